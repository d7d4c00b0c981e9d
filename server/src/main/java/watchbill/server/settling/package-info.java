/// Settles the duty ledger again and again, so that whoever was woken at night is off in time.
///
/// Not here: what is owed (`ledger`), what happened (`engine`), who approves.
///
/// Easy to get wrong: a month that is over is settled until it is approved, since a page of its
/// last night may be open for long; and each person's month is that of their own zone.
@NullMarked
package watchbill.server.settling;

import org.jspecify.annotations.NullMarked;
