/// Reads the calendars that the configuration names, at the start and each hour, and tells the
/// engine what they say.
///
/// Not here: what a file means (`adapter.calendar.ical`), and what follows from it (`engine`).
///
/// Easy to get wrong: a calendar that can't be read says nothing. It must not look like one that
/// says that nobody is away.
@NullMarked
package watchbill.server.calendar;

import org.jspecify.annotations.NullMarked;
