package watchbill.adapter.web.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import watchbill.time.Span;

/// Days and times as a rota's page says them, on the wall clock of the rota.
record Days(ZoneId zone) {
  private static final DateTimeFormatter WHOLE = format("EEEE d MMMM HH:mm");
  private static final DateTimeFormatter SHORT = format("EEE d MMM HH:mm");
  private static final DateTimeFormatter DAY = format("d");
  private static final DateTimeFormatter DAY_AND_MONTH = format("d MMM");
  private static final DateTimeFormatter MONTH = format("MMMM");

  /// `Thursday 10 December 09:00 to Saturday 12 December 09:00`.
  String whole(Span span) {
    return WHOLE.format(span.from().atZone(zone))
        + " to "
        + WHOLE.format(span.until().atZone(zone));
  }

  /// `Thu 10 Dec 09:00 to Sat 12 Dec 09:00`.
  String inShort(Span span) {
    return moment(span.from()) + " to " + moment(span.until());
  }

  /// `Thu 10 Dec 09:00`.
  String moment(Instant at) {
    return SHORT.format(at.atZone(zone));
  }

  /// `7 – 13 Dec`, `30 Nov – 6 Dec`.
  static String week(LocalDate monday) {
    LocalDate sunday = monday.plusDays(6);
    boolean oneMonth = monday.getMonth() == sunday.getMonth();
    return (oneMonth ? DAY : DAY_AND_MONTH).format(monday) + " – " + DAY_AND_MONTH.format(sunday);
  }

  /// The month in which it begins: `December`.
  String month(Instant at) {
    return MONTH.format(at.atZone(zone));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
