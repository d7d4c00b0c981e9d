package watchbill.adapter.web;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import watchbill.time.TimeWords;

/// Says instants to one reader at one moment: age first, then in their zone.
public record Clock(Instant now, ZoneId zone) {
  private static final DateTimeFormatter TO_THE_SECOND = format("HH:mm:ss");
  private static final DateTimeFormatter DAY_TO_THE_SECOND = format("d MMM HH:mm:ss");
  private static final DateTimeFormatter TO_THE_MINUTE = format("HH:mm");
  private static final DateTimeFormatter WEEKDAY = format("EEE HH:mm");
  private static final DateTimeFormatter DAY = format("EEE d MMM HH:mm");
  private static final DateTimeFormatter YEAR = format("d MMM yyyy HH:mm");
  private static final DateTimeFormatter WITH_ZONE = format("HH:mm:ss zzz");
  private static final LocalTime NIGHT_BEGINS = LocalTime.of(22, 0);
  private static final LocalTime NIGHT_ENDS = LocalTime.of(7, 0);
  private static final DateTimeFormatter DATE_BEFORE = format("d MMM ");
  private static final long DAYS_BY_NAME = 6;

  /// How long ago, as a person counts it: `19 min`, `2 h 5 min`; seconds only in the first minute.
  public String age(Instant since) {
    return length(Duration.between(since, now));
  }

  /// How long it lasted.
  public String between(Instant from, Instant until) {
    return length(Duration.between(from, until));
  }

  /// How long until then.
  public String left(Instant until) {
    return length(Duration.between(now, until));
  }

  /// `03:12 CET (02:12 UTC)`, with the day when it is not today's.
  public String full(Instant at) {
    String time = TimeWords.timeWithUtc(at, zone);
    return isToday(at) ? time : DATE_BEFORE.format(at.atZone(zone)) + time;
  }

  /// `03:12:04`, with the day when it is not today's.
  public String second(Instant at) {
    return (isToday(at) ? TO_THE_SECOND : DAY_TO_THE_SECOND).format(at.atZone(zone));
  }

  /// `03:12`, `Mon 09:00` within a week, else with the date.
  public String moment(Instant at) {
    if (isToday(at)) {
      return TO_THE_MINUTE.format(at.atZone(zone));
    }
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    if (day.isAfter(today) && !day.isAfter(today.plusDays(DAYS_BY_NAME))) {
      return WEEKDAY.format(at.atZone(zone));
    }
    return (day.getYear() == today.getYear() ? DAY : YEAR).format(at.atZone(zone));
  }

  /// When this was read: a page that has lost contact shows an old one.
  public String asOf() {
    return WITH_ZONE.format(now.atZone(zone));
  }

  /// For the `datetime` of a `<time>`.
  public String machine(Instant at) {
    return DateTimeFormatter.ISO_INSTANT.format(at);
  }

  /// Between 22:00 and 07:00 for the reader: a bright page would hurt.
  public boolean isNight() {
    LocalTime local = now.atZone(zone).toLocalTime();
    return !local.isBefore(NIGHT_BEGINS) || local.isBefore(NIGHT_ENDS);
  }

  private boolean isToday(Instant at) {
    return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
  }

  private static String length(Duration length) {
    boolean underAMinute = length.compareTo(Duration.ofMinutes(1)) < 0;
    return TimeWords.of(length.truncatedTo(underAMinute ? SECONDS : MINUTES));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
