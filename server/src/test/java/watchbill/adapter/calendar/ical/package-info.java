/// Tests of the reader of calendars, over files as programs write them and files made to hurt.
@NullMarked
package watchbill.adapter.calendar.ical;

import org.jspecify.annotations.NullMarked;
