/// Spells in which Watchbill saw nothing: it was down, asleep, could not write, or was put back
/// from a copy.
///
/// Not here: what is done about pages and heartbeats then (`engine`).
///
/// Easy to get wrong: of such a spell nothing is known. It is said as a hole, never filled with
/// what was so before it.
@NullMarked
package watchbill.outage;

import org.jspecify.annotations.NullMarked;
