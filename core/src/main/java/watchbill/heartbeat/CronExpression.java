package watchbill.heartbeat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Five fields as a crontab has them: minute, hour, day of the month, month, day of the week.
///
/// Each field is `*` or a list of numbers, ranges and steps: `0`, `1,15`, `8-18`, `*/5`,
/// `10-50/20`. Months and days of the week have names too, `jan` and `mon`; Sunday is 0 and 7. When
/// both days are restricted, either will do; a field that begins with a `*` restricts nothing here,
/// as with `*/2`. Words like `@daily` stand for five fields.
public final class CronExpression {
  private static final Pattern WHITE = Pattern.compile("\\s+");
  private static final Pattern ITEM =
      Pattern.compile("(\\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:/([0-9]{1,2}))?");
  private static final int TEXT_MAX = 200;
  private static final int SUNDAY_TOO = 7;

  private static final Map<String, String> WORDS =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  private static final List<String> MONTHS =
      List.of(
          "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final String text;
  private final Field minute;
  private final Field hour;
  private final Field dayOfMonth;
  private final Field month;
  private final Field dayOfWeek;

  private CronExpression(String text, List<Field> fields) {
    this.text = text;
    this.minute = fields.get(0);
    this.hour = fields.get(1);
    this.dayOfMonth = fields.get(2);
    this.month = fields.get(3);
    this.dayOfWeek = fields.get(4);
  }

  /// One field: the numbers it allows, and whether it was written as a star.
  private record Field(BitSet allowed, boolean star) {}

  /// The expression, unless it is none, or names a day that never comes, like 30 February.
  public static Optional<CronExpression> parse(String text) {
    if (text.length() > TEXT_MAX) {
      return Optional.empty();
    }
    String written = WHITE.matcher(text.strip()).replaceAll(" ");
    String low = written.toLowerCase(Locale.ROOT);
    String[] parts = WORDS.getOrDefault(low, low).split(" ", -1);
    if (parts.length != 5) {
      return Optional.empty();
    }
    List<Optional<Field>> fields =
        List.of(
            field(parts[0], 0, 59, List.of()),
            field(parts[1], 0, 23, List.of()),
            field(parts[2], 1, 31, List.of()),
            field(parts[3], 1, 12, MONTHS),
            field(parts[4], 0, 7, DAYS));
    if (fields.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var cron = new CronExpression(written, fields.stream().map(Optional::orElseThrow).toList());
    return Optional.of(cron).filter(CronExpression::everComes);
  }

  /// As it was written, with single spaces.
  public String text() {
    return text;
  }

  /// Whether a star stands where the minute or the hour is said. Such a job goes by the clock; any
  /// other is meant to run once for each time of day it names.
  boolean isWildcard() {
    return minute.star || hour.star;
  }

  boolean onDay(LocalDate date) {
    if (!month.allowed.get(date.getMonthValue())) {
      return false;
    }
    boolean ofMonth = dayOfMonth.allowed.get(date.getDayOfMonth());
    boolean ofWeek = dayOfWeek.allowed.get(date.getDayOfWeek().getValue() % SUNDAY_TOO);
    boolean either = !dayOfMonth.star && !dayOfWeek.star;
    return either ? ofMonth || ofWeek : ofMonth && ofWeek;
  }

  boolean atTime(LocalTime time) {
    return hour.allowed.get(time.getHour()) && minute.allowed.get(time.getMinute());
  }

  boolean atHour(int of) {
    return hour.allowed.get(of);
  }

  /// The first minute from `from` on, or -1.
  int minuteFrom(int from) {
    return minute.allowed.nextSetBit(from);
  }

  /// Eight years hold every kind of month and every leap day; the years 2000 to 2027 each weekday
  /// of it.
  private boolean everComes() {
    LocalDate date = LocalDate.of(2000, 1, 1);
    LocalDate end = LocalDate.of(2028, 1, 1);
    while (date.isBefore(end)) {
      if (onDay(date)) {
        return true;
      }
      date = date.plusDays(1);
    }
    return false;
  }

  private static Optional<Field> field(String text, int min, int max, List<String> names) {
    var allowed = new BitSet();
    for (String item : text.split(",", -1)) {
      if (!add(item, min, max, names, allowed)) {
        return Optional.empty();
      }
    }
    if (max == SUNDAY_TOO && allowed.get(SUNDAY_TOO)) {
      allowed.set(0);
    }
    return Optional.of(new Field(allowed, text.startsWith("*")));
  }

  private static boolean add(String item, int min, int max, List<String> names, BitSet allowed) {
    var matcher = ITEM.matcher(item);
    if (!matcher.matches()) {
      return false;
    }
    boolean all = matcher.group(1).equals("*");
    boolean range = matcher.group(2) != null;
    int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    int from = all ? min : number(matcher.group(1), names);
    int to = all ? max : range ? number(matcher.group(2), names) : from;
    boolean stepAlone = matcher.group(3) != null && !all && !range;
    if (from < min || to > max || from > to || step < 1 || (all && range) || stepAlone) {
      return false;
    }
    for (int i = from; i <= to; i += step) {
      allowed.set(i);
    }
    return true;
  }

  /// The number, or -1 when it is none.
  private static int number(String text, List<String> names) {
    if (text.matches("[0-9]{1,2}")) {
      return Integer.parseInt(text);
    }
    return text.isEmpty() ? -1 : names.indexOf(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
