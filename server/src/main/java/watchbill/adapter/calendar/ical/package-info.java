/// Reads iCalendar files (RFC 5545): when somebody is away, which days are public holidays.
///
/// The lines are read here, for a few hundred of ours have limits that no library at hand has;
/// rules of recurrence are expanded by lib-recur, one instance at a time. Whatever a file says,
/// reading it ends soon and in little memory: as occurrences, or as a refusal that names the limit.
///
/// Not here: where files come from, and what follows from them for anybody.
///
/// Easy to get wrong: a time that names a zone is a local time, and stays at that local time across
/// daylight saving; the same event in UTC does not. A day without a time is a day in the zone of
/// whoever reads it. A file that breaks off in the middle looks like one with fewer events.
@NullMarked
package watchbill.adapter.calendar.ical;

import org.jspecify.annotations.NullMarked;
