package watchbill.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Lengths and instants as a person reads them at three in the morning.
public final class TimeWords {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_AND_ZONE =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

  private TimeWords() {}

  /// At most two units, the larger first: `5 min 32 s`, `2 h`, `3 d 4 h`, `0 s`.
  public static String of(Duration length) {
    if (length.isNegative()) {
      return "0 s";
    }
    long days = length.toDays();
    int hours = length.toHoursPart();
    int minutes = length.toMinutesPart();
    int seconds = length.toSecondsPart();
    if (days > 0) {
      return pair(days, "d", hours, "h");
    }
    if (hours > 0) {
      return pair(hours, "h", minutes, "min");
    }
    if (minutes > 0) {
      return pair(minutes, "min", seconds, "s");
    }
    return seconds + " s";
  }

  /// `Mon 12 Jan 09:00 CET`.
  public static String dayAndTime(Instant at, ZoneId zone) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  /// `03:12 CET (02:12 UTC)`, the reader's time first.
  public static String timeWithUtc(Instant at, ZoneId zone) {
    String local = TIME_AND_ZONE.format(at.atZone(zone));
    if (zone.getRules().getOffset(at).equals(ZoneOffset.UTC)) {
      return local;
    }
    return local + " (" + TIME.format(at.atZone(ZoneOffset.UTC)) + " UTC)";
  }

  /// `03:12`, for a list whose zone is said elsewhere.
  public static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  private static String pair(long large, String largeUnit, long small, String smallUnit) {
    String first = large + " " + largeUnit;
    return small == 0 ? first : first + " " + small + " " + smallUnit;
  }
}
