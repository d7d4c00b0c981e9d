package watchbill.server.neutral;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Answers a case by painting every minute of a stretch: who is on duty is a set of bits, `A` the
/// lowest. It reads the case by itself, and counts days and turns one after the other.
final class MinuteOracle {
  private final WallMinutes wall;
  private final long begin;
  private final long end;

  MinuteOracle(ZoneId zone, Instant begin, Instant end) {
    this.wall = new WallMinutes(zone);
    this.begin = WallMinutes.minute(begin);
    this.end = WallMinutes.minute(end);
  }

  /// Who is on duty, for each minute.
  long[] answer(JsonNode neutral) {
    TreeMap<Integer, long[]> byPriority = new TreeMap<>();
    for (JsonNode layer : neutral.path("layers")) {
      long[] painted = layer(layer);
      int priority = layer.path("priority").asInt(1);
      byPriority.merge(priority, painted, MinuteOracle::unite);
    }
    long[] people = new long[length()];
    for (long[] painted : byPriority.values()) {
      for (int i = 0; i < people.length; i++) {
        people[i] = painted[i] == 0 ? people[i] : painted[i];
      }
    }
    for (int i = 0; i < people.length; i++) {
      people[i] = overridden(people[i], neutral.path("overrides"), begin + i);
    }
    return people;
  }

  private long[] layer(JsonNode layer) {
    long[] painted = new long[length()];
    if (layer.has("rotation")) {
      rotation(layer.path("rotation"), painted);
    } else if (layer.has("occurrences")) {
      occurrences(layer.path("occurrences"), painted);
    } else {
      paint(painted, begin, end, bits(layer.path("fixed")), false);
    }
    long from = minute(layer.path("from"), begin);
    long until = minute(layer.path("until"), end);
    boolean[] open = open(layer.path("restrict"));
    for (int i = 0; i < painted.length; i++) {
      boolean counts = begin + i >= from && begin + i < until && open[i];
      painted[i] = counts ? painted[i] : 0;
    }
    return painted;
  }

  /// Each turn is painted to the end of time, and the next one over it.
  private void rotation(JsonNode rotation, long[] painted) {
    var anchor = LocalDateTime.parse(rotation.path("anchor").asString());
    int every = rotation.path("every").asInt(1);
    LocalDateTime local = anchor;
    for (int turn = 0; !isOver(local); turn++) {
      paint(painted, wall.first(local), end, group(rotation, turn), true);
      local = step(anchor, rotation.path("unit").asString(), (turn + 1) * every);
    }
  }

  private void occurrences(JsonNode shifts, long[] painted) {
    var anchor = LocalDateTime.parse(shifts.path("anchor").asString());
    String unit = shifts.path("unit").asString();
    int interval = shifts.path("interval").asInt(1);
    Set<DayOfWeek> listed = weekdays(shifts.path("by_day"));
    if (listed.isEmpty() && unit.equals("week")) {
      listed = Set.of(anchor.getDayOfWeek());
    }
    if (listed.isEmpty()) {
      LocalDateTime local = anchor;
      for (int shift = 0; !isOver(local); shift++) {
        shift(shifts, painted, local, shift);
        local = step(anchor, unit, (shift + 1) * interval);
      }
      return;
    }
    Set<LocalDate> counted = new HashSet<>();
    for (LocalDateTime local = anchor; !isOver(local); local = local.plusDays(1)) {
      if (listed.contains(local.getDayOfWeek()) && isActive(anchor, local, unit, interval)) {
        counted.add(countedBy(unit, local.toLocalDate()));
        shift(shifts, painted, local, counted.size() - 1);
      }
    }
  }

  private void shift(JsonNode shifts, long[] painted, LocalDateTime local, int number) {
    LocalDateTime over = local.plus(Duration.parse(shifts.path("duration").asString()));
    long people = group(shifts, number / shifts.path("hold").asInt(1));
    paint(painted, wall.first(local), wall.first(over), people, false);
  }

  private static boolean isActive(
      LocalDateTime anchor, LocalDateTime local, String unit, int interval) {
    LocalDate day = monday(anchor.toLocalDate());
    int weeks = 0;
    while (day.isBefore(monday(local.toLocalDate()))) {
      day = day.plusDays(7);
      weeks++;
    }
    int months = 0;
    for (YearMonth m = YearMonth.from(anchor); m.isBefore(YearMonth.from(local)); months++) {
      m = m.plusMonths(1);
    }
    return switch (unit) {
      case "week" -> weeks % interval == 0;
      case "month" -> months % interval == 0;
      default -> true;
    };
  }

  private static LocalDate countedBy(String unit, LocalDate day) {
    return switch (unit) {
      case "week" -> monday(day);
      case "month" -> day.withDayOfMonth(1);
      default -> day;
    };
  }

  private static LocalDate monday(LocalDate day) {
    return day.minusDays(day.getDayOfWeek().getValue() - 1L);
  }

  private static LocalDateTime step(LocalDateTime anchor, String unit, int count) {
    if (!unit.equals("month")) {
      int hours = unit.equals("hour") ? 1 : unit.equals("day") ? 24 : 168;
      return anchor.plusHours((long) hours * count);
    }
    YearMonth month = YearMonth.from(anchor).plusMonths(count);
    return month
        .atDay(Math.min(anchor.getDayOfMonth(), month.lengthOfMonth()))
        .atTime(anchor.toLocalTime());
  }

  private boolean[] open(JsonNode windows) {
    boolean[] open = new boolean[length()];
    LocalDate last = wall.local(end).toLocalDate().plusDays(2);
    LocalDate day = wall.local(begin).toLocalDate().minusDays(3);
    for (; day.isBefore(last); day = day.plusDays(1)) {
      for (JsonNode window : windows) {
        if (includes(window, day)) {
          var start = LocalTime.parse(window.path("start").asString());
          var over = LocalTime.parse(window.path("end").asString());
          LocalDate endDay = over.compareTo(start) <= 0 ? day.plusDays(1) : day;
          long until = wall.last(endDay.atTime(over));
          for (long m = wall.first(day.atTime(start)); m < until; m++) {
            if (m >= begin && m < end) {
              open[(int) (m - begin)] = true;
            }
          }
        }
      }
    }
    if (windows.isEmpty()) {
      Arrays.fill(open, true);
    }
    return open;
  }

  private static boolean includes(JsonNode window, LocalDate day) {
    if (window.has("date")) {
      return window.path("date").asString().equals(day.toString());
    }
    if (window.has("month_days")) {
      boolean found = false;
      for (JsonNode number : window.path("month_days")) {
        found |= number.asInt() == day.getDayOfMonth();
      }
      return found;
    }
    Set<DayOfWeek> days = weekdays(window.path("days"));
    return window.path("days").isNull() || days.contains(day.getDayOfWeek());
  }

  private static long overridden(long people, JsonNode overrides, long minute) {
    long fixed = 0;
    long over = 0;
    int highest = Integer.MIN_VALUE;
    boolean isFixed = false;
    long out = 0;
    long in = 0;
    for (JsonNode override : overrides) {
      if (!during(override, minute)) {
        continue;
      }
      switch (override.path("type").asString()) {
        case "fixed_period" -> {
          isFixed = true;
          for (JsonNode stint : override.path("shifts")) {
            fixed |= during(stint, minute) ? bits(stint.path("people")) : 0;
          }
        }
        case "takeover" -> {
          int priority = override.path("priority").asInt(1);
          long who = bits(override.path("people"));
          over = priority > highest ? who : priority == highest ? over | who : over;
          highest = Math.max(highest, priority);
        }
        case "add" -> in |= bits(override.path("in"));
        case "remove" -> out |= bits(override.path("out"));
        default -> {
          boolean taken = !override.has("taken") || override.path("taken").asBoolean();
          long who = bits(override.path("out"));
          if (taken && (people & who) != 0) {
            out |= who;
            in |= bits(override.path("in"));
          }
        }
      }
    }
    long edited = (people & ~out) | in;
    return isFixed ? fixed : highest > Integer.MIN_VALUE ? over : edited;
  }

  private static boolean during(JsonNode spanned, long minute) {
    return minute >= minute(spanned.path("from"), Long.MIN_VALUE)
        && minute < minute(spanned.path("until"), Long.MAX_VALUE);
  }

  private static long minute(JsonNode at, long otherwise) {
    return at.isString() ? WallMinutes.minute(Instant.parse(at.asString())) : otherwise;
  }

  private static long group(JsonNode turns, int number) {
    JsonNode groups = turns.path("participants");
    return bits(groups.get(number % groups.size()));
  }

  private static long bits(JsonNode names) {
    long bits = 0;
    for (JsonNode name : names) {
      bits |= 1L << (name.asString().charAt(0) - 'A');
    }
    return names.isString() ? 1L << (names.asString().charAt(0) - 'A') : bits;
  }

  private static Set<DayOfWeek> weekdays(JsonNode words) {
    Set<DayOfWeek> days = new HashSet<>();
    for (JsonNode word : words) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (day.name().toUpperCase(Locale.ROOT).startsWith(word.asString())) {
          days.add(day);
        }
      }
    }
    return days;
  }

  private void paint(long[] painted, long from, long until, long people, boolean over) {
    for (long m = Math.max(from, begin); m < Math.min(until, end); m++) {
      int i = (int) (m - begin);
      painted[i] = over ? people : painted[i] | people;
    }
  }

  private boolean isOver(LocalDateTime local) {
    return local.isAfter(wall.local(end).plusDays(3));
  }

  private int length() {
    return (int) (end - begin);
  }

  private static long[] unite(long[] one, long[] other) {
    for (int i = 0; i < one.length; i++) {
      one[i] |= other[i];
    }
    return one;
  }
}
