/// Tests of feeds: as bytes, as two other libraries read them, and over HTTP.
@NullMarked
package watchbill.adapter.calendar.feed;

import org.jspecify.annotations.NullMarked;
