package watchbill.server.neutral;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Reads lists of days of the week: `MO`, and `Mon` or `Monday` as well.
final class Weekdays {
  private static final int SHORTEST = 2;
  private static final int MAX = 50;

  private Weekdays() {}

  static Set<DayOfWeek> read(Part part) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Collection<Part> items = part.items(MAX, "days of the week");
    items.forEach(item -> days.add(day(item)));
    return days;
  }

  private static DayOfWeek day(Part item) {
    String allowed = "MO, TU, WE, TH, FR, SA or SU";
    String word = item.text(allowed).toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> isCalled(day, word))
        .findFirst()
        .orElseThrow(() -> item.wrong(allowed));
  }

  private static boolean isCalled(DayOfWeek day, String word) {
    return word.equals(day.name())
        || (word.length() <= SHORTEST + 1
            && word.length() >= SHORTEST
            && day.name().startsWith(word));
  }
}
