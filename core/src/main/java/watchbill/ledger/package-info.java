/// What people are owed for standing watch: money for stand-by, money or time off for being woken,
/// by rules that are data and have a date from which they hold.
///
/// A ledger is appended to and never changed: what turns out otherwise is reversed by a new entry
/// and entered anew. Settling the same month twice enters nothing the second time. Not here: who
/// was on duty (`rota`), how duty is spread (`workload`), how the figures reach payroll.
///
/// Easy to get wrong: a month belongs to the person. Its days begin and end at midnight in their
/// zone, and a call belongs to the night it falls in, noon to noon; so nothing is cut in two where
/// a month ends. An instant of two duties is paid once, at the better rate. Each entry is rounded
/// for itself, half a cent up, so that a sum is the sum of what one can read.
@NullMarked
package watchbill.ledger;

import org.jspecify.annotations.NullMarked;
