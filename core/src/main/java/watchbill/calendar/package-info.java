/// When people are away, and which days are public holidays where they live.
///
/// Not here: what that means for the rota, which is decided in `rota`, and how a calendar file is
/// read, which is an adapter's.
///
/// Easy to get wrong: a day off is a day in the person's own zone, 23 to 25 hours long.
@NullMarked
package watchbill.calendar;

import org.jspecify.annotations.NullMarked;
