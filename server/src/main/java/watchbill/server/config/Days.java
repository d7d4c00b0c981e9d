package watchbill.server.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchbill.rota.turn.Window;

/// Reads days and the hours on them: `Mon-Fri 09:00-17:00`, `1st last 00:00-24:00`.
final class Days {
  private static final int IN_A_WEEK = 7;
  private static final int IN_A_MONTH = 31;
  private static final int LAST = -1;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern HOURS = Pattern.compile("([0-9:]{5})-([0-9:]{5})");
  private static final Pattern BETWEEN = Pattern.compile("[ ,]+");
  private static final Pattern OF_MONTH = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)");

  private Days() {}

  static Optional<LocalTime> time(String text) {
    return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
  }

  static Optional<Window> window(String text) {
    List<String> words = List.of(BETWEEN.split(text.strip(), -1));
    Matcher hours = HOURS.matcher(words.getLast());
    if (!hours.matches()) {
      return Optional.empty();
    }
    Optional<LocalTime> start = time(hours.group(1));
    boolean midnight = hours.group(2).equals("24:00");
    Optional<LocalTime> end = midnight ? Optional.of(LocalTime.MIDNIGHT) : time(hours.group(2));
    Optional<Window.Days> days = days(words.subList(0, words.size() - 1));
    return start.isPresent() && end.isPresent() && days.isPresent()
        ? Optional.of(new Window(days.get(), start.get(), end.get()))
        : Optional.empty();
  }

  static Optional<Set<DayOfWeek>> ofWeek(String text) {
    return ofWeek(List.of(BETWEEN.split(text.strip(), -1)));
  }

  private static Optional<Window.Days> days(List<String> words) {
    if (words.isEmpty()) {
      return Optional.of(new Window.Days.All());
    }
    return ofWeek(words)
        .<Window.Days>map(Window.Days.OfWeek::new)
        .or(() -> ofMonth(words).map(Window.Days.OfMonth::new))
        .or(() -> words.size() == 1 ? date(words.getFirst()) : Optional.empty());
  }

  private static Optional<Set<DayOfWeek>> ofWeek(List<String> words) {
    Set<DayOfWeek> days = new LinkedHashSet<>();
    for (String word : words) {
      String[] ends = word.split("-", 2);
      Optional<DayOfWeek> first = dayOfWeek(ends[0]);
      Optional<DayOfWeek> last = dayOfWeek(ends[ends.length - 1]);
      if (first.isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      int length = Math.floorMod(last.get().getValue() - first.get().getValue(), IN_A_WEEK);
      for (int i = 0; i <= length; i++) {
        days.add(first.get().plus(i));
      }
    }
    return Optional.of(days);
  }

  private static Optional<DayOfWeek> dayOfWeek(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(word))
        .findFirst();
  }

  private static Optional<Set<Integer>> ofMonth(List<String> words) {
    Set<Integer> days = new HashSet<>();
    for (String word : words) {
      String[] ends = word.split("-", 2);
      int first = dayOfMonth(ends[0]);
      int last = dayOfMonth(ends[ends.length - 1]);
      boolean inOrder = first == last || (first > 0 && first < last);
      if (first == 0 || last == 0 || !inOrder) {
        return Optional.empty();
      }
      for (int day = first; day <= last; day++) {
        days.add(day);
      }
    }
    return Optional.of(days);
  }

  /// 0 when it is none.
  private static int dayOfMonth(String word) {
    if (word.equals("last")) {
      return LAST;
    }
    Matcher matcher = OF_MONTH.matcher(word);
    int day = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    return day <= IN_A_MONTH ? day : 0;
  }

  private static Optional<Window.Days> date(String word) {
    try {
      return Optional.of(new Window.Days.On(LocalDate.parse(word)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
