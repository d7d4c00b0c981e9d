/// Tests of the rounds of calendars.
@NullMarked
package watchbill.server.calendar;

import org.jspecify.annotations.NullMarked;
