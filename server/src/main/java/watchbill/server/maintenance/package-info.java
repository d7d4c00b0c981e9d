/// Work on services that comes again and again, by a rule of recurrence as calendars write it.
///
/// Not here: what such work holds back (`restraint` in core).
///
/// Easy to get wrong: a rule is about the wall clock of its zone. Work at two in the morning is at
/// two also after the clocks changed, and what lasts two hours lasts two hours on every day.
@NullMarked
package watchbill.server.maintenance;

import org.jspecify.annotations.NullMarked;
