package watchbill.adapter.web.duty;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import watchbill.time.Span;

/// Days and times on the reader's own clock.
record MyTimes(ZoneId zone) {
  private static final DateTimeFormatter MOMENT = format("EEE d MMM HH:mm");
  private static final DateTimeFormatter MONTH = format("MMMM yyyy");

  /// `Mon 13 Jan 09:00 to Mon 20 Jan 09:00`.
  String span(Span span) {
    return moment(span.from()) + " to " + moment(span.until());
  }

  /// `Mon 13 Jan 09:00`.
  String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  static String month(YearMonth month) {
    return MONTH.format(month.atDay(1));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
