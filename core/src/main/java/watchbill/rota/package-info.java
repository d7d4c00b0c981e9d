/// Who is on duty, from the rota's data and the time-zone rules alone.
///
/// Pure: every question is asked with an instant. Not here: how often somebody was woken, or what
/// they are owed for it.
///
/// Easy to get wrong: a hand-off is a local date, a local time and a zone. The n-th is counted from
/// the origin on the calendar; adding seven times 24 hours to the last one drifts by an hour twice
/// a year. A shift ends at the instant where the next begins: no gap, no overlap.
@NullMarked
package watchbill.rota;

import org.jspecify.annotations.NullMarked;
