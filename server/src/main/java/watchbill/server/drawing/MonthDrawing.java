package watchbill.server.drawing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watchbill.time.TimeWords;
import watchbill.time.WallClock;

/// A month, with weeks in rows. Each day says who has it when it begins, and who takes over when.
///
/// @param title what is drawn: `payments primary`
/// @param shifts one after the other; more than the month does no harm
public record MonthDrawing(
    String title, YearMonth month, ZoneId zone, List<DrawnShift> shifts, Pen pen) {
  private static final int CELL = 10;
  private static final int DAYS = 7;

  public MonthDrawing {
    shifts = List.copyOf(shifts);
  }

  /// At most 80 characters wide, but for the reasons of gaps.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    lines.add(title + ", " + name + " " + month.getYear() + ", " + zone);
    lines.add("");
    lines.add(row(Arrays.stream(DayOfWeek.values()).map(MonthDrawing::weekday).toList()));
    LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    while (!monday.isAfter(month.atEndOfMonth())) {
      lines.addAll(week(monday));
      monday = monday.plusDays(DAYS);
    }
    lines.addAll(gaps());
    return lines;
  }

  private static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private List<String> week(LocalDate monday) {
    List<List<String>> cells =
        IntStream.range(0, DAYS).mapToObj(i -> cell(monday.plusDays(i))).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(i -> row(cells.stream().map(c -> i < c.size() ? c.get(i) : "").toList()))
        .toList();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell + " ".repeat(CELL - cell.length()))
        .collect(Collectors.joining(" "))
        .stripTrailing();
  }

  /// The day's number, and a line for each shift in it.
  private List<String> cell(LocalDate day) {
    if (!YearMonth.from(day).equals(month)) {
      return List.of();
    }
    Instant begin = WallClock.first(day.atStartOfDay(), zone);
    Instant end = WallClock.first(day.plusDays(1).atStartOfDay(), zone);
    List<String> lines = new ArrayList<>();
    lines.add(Integer.toString(day.getDayOfMonth()));
    for (DrawnShift shift : shifts) {
      if (shift.from().isBefore(end) && begin.isBefore(shift.until())) {
        boolean starts = shift.from().isAfter(begin);
        String when = starts ? TimeWords.time(shift.from(), zone) + " " : "";
        String who = shift.isGap() ? pen.gap() : String.join("+", shift.people());
        lines.add(pen.fit(when + who, CELL));
      }
    }
    return lines;
  }

  private List<String> gaps() {
    Instant begin = WallClock.first(month.atDay(1).atStartOfDay(), zone);
    Instant end = WallClock.first(month.plusMonths(1).atDay(1).atStartOfDay(), zone);
    List<String> lines = new ArrayList<>();
    for (DrawnShift shift : shifts) {
      if (shift.isGap() && shift.from().isBefore(end) && begin.isBefore(shift.until())) {
        Instant from = shift.from().isBefore(begin) ? begin : shift.from();
        Instant until = shift.until().isAfter(end) ? end : shift.until();
        lines.add(gap(new DrawnShift(from, until, List.of(), shift.gap()), zone));
      }
    }
    if (!lines.isEmpty()) {
      lines.addFirst(pen.gap() + " nobody is on duty:");
      lines.addFirst("");
    }
    return lines;
  }

  /// `Mon 5 Jan 09:00 CET, 1 d: its first turn has not begun`.
  public static String gap(DrawnShift gap, ZoneId zone) {
    return TimeWords.dayAndTime(gap.from(), zone)
        + ", "
        + TimeWords.of(Duration.between(gap.from(), gap.until()))
        + ": "
        + gap.gap();
  }
}
