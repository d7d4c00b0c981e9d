package watchbill.adapter.calendar.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads days, times and lengths as the standard writes them.
final class Moments {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)?(Z?))?");
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?"
              + "(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)(\\d\\d)?");
  private static final String ALLOWED = "a day, like 20250106, or a time, like 20250106T090000Z";

  /// Outlook's zones begin in 1601.
  private static final int FIRST_YEAR = 1600;

  private static final int LAST_YEAR = 2200;

  private final Zones zones;

  Moments(Zones zones) {
    this.zones = zones;
  }

  Moment of(Property property) throws Unreadable {
    return of(property, property.value().strip());
  }

  /// One value of a property, which says the zone.
  Moment of(Property property, String value) throws Unreadable {
    Matcher m = TIME.matcher(value);
    if (!m.matches()) {
      throw new Unreadable("time", property.name(), value, ALLOWED);
    }
    try {
      LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
        throw new Unreadable("time", property.name(), value, "a year of 1600 to 2200");
      }
      if (m.group(4) == null) {
        return new Moment(day.atStartOfDay(), zones.readers(), true);
      }
      // A leap second is the last second of its minute.
      LocalTime time = LocalTime.of(number(m, 4), number(m, 5), Math.min(59, number(m, 6)));
      return new Moment(day.atTime(time), zoneOf(property, m.group(7)), false);
    } catch (DateTimeException _) {
      throw new Unreadable("time", property.name(), value, ALLOWED);
    }
  }

  private ZoneRules zoneOf(Property property, String utc) throws Unreadable {
    return utc.isEmpty()
        ? zones.named(property.parameter("TZID").orElse(""))
        : ZoneOffset.UTC.getRules();
  }

  /// A stretch of whole days and of time: the days go by the calendar, the time by the clock.
  record Length(int days, Duration time) {
    Moment after(Moment start) {
      return start.at(start.local().plusDays(days));
    }
  }

  static Length length(Property property) throws Unreadable {
    return length(property, property.value().strip());
  }

  static Length length(Property property, String value) throws Unreadable {
    Matcher m = LENGTH.matcher(value);
    if (!m.matches() || value.endsWith("P") || value.endsWith("T")) {
      throw new Unreadable("length", property.name(), value, "a length, like P1D or PT1H30M");
    }
    Duration time =
        Duration.ofHours(number(m, 3)).plusMinutes(number(m, 4)).plusSeconds(number(m, 5));
    return new Length(7 * number(m, 1) + number(m, 2), time);
  }

  static ZoneOffset offset(Property property) throws Unreadable {
    Matcher m = OFFSET.matcher(property.value().strip());
    if (!m.matches()) {
      throw badOffset(property);
    }
    int sign = m.group(1).equals("-") ? -1 : 1;
    int seconds = number(m, 2) * 3_600 + number(m, 3) * 60 + number(m, 4);
    try {
      return ZoneOffset.ofTotalSeconds(sign * seconds);
    } catch (DateTimeException _) {
      throw badOffset(property);
    }
  }

  private static Unreadable badOffset(Property property) {
    return new Unreadable("zone", property.name(), property.value(), "an offset, like +0100");
  }

  private static int number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
  }
}
