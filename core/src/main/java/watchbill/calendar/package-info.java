/// When people are away, which days are public holidays where they live, and the calendars that
/// programs subscribe to.
///
/// Not here: what that means for the rota, which is decided in `rota`, and how a calendar file is
/// read and written, which is an adapter's.
///
/// Easy to get wrong: a day off is a day in the person's own zone, 23 to 25 hours long. And the
/// past is evidence for pay: a calendar that is read again changes only what has not begun.
@NullMarked
package watchbill.calendar;

import org.jspecify.annotations.NullMarked;
