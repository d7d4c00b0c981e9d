package watchbill.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Stretches of time as Alertmanager has them: a moment is within when every field that says
/// anything includes it.
///
/// @param times of the day; none means all of it
/// @param days of the week; none means every day
/// @param daysOfMonth 1 to 31; negative from the end, -1 is the last; none means every day
/// @param months 1 to 12; none means every month
/// @param years none means every year
public record TimeInterval(
    List<Times> times,
    Set<DayOfWeek> days,
    List<Range> daysOfMonth,
    List<Range> months,
    List<Range> years,
    ZoneId zone) {

  /// A stretch of the day.
  ///
  /// @param end the first moment that does not belong to it; midnight means the end of the day
  public record Times(LocalTime start, LocalTime end) {
    boolean include(LocalTime time) {
      boolean open = end.equals(LocalTime.MIDNIGHT) || time.isBefore(end);
      return open && !time.isBefore(start);
    }
  }

  /// From the first to the last, both within.
  public record Range(int first, int last) {
    boolean includes(int number) {
      return number >= first && number <= last;
    }
  }

  public TimeInterval {
    times = List.copyOf(times);
    days = Set.copyOf(days);
    daysOfMonth = List.copyOf(daysOfMonth);
    months = List.copyOf(months);
    years = List.copyOf(years);
  }

  /// The times of day at which it may begin or end.
  Stream<LocalTime> changes() {
    return Stream.concat(
        Stream.of(LocalTime.MIDNIGHT), times.stream().flatMap(t -> Stream.of(t.start(), t.end())));
  }

  public boolean contains(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDate date = local.toLocalDate();
    return (times.isEmpty() || times.stream().anyMatch(t -> t.include(local.toLocalTime())))
        && (days.isEmpty() || days.contains(date.getDayOfWeek()))
        && (daysOfMonth.isEmpty() || daysOfMonth.stream().anyMatch(r -> isOn(r, date)))
        && includes(months, date.getMonthValue())
        && includes(years, date.getYear());
  }

  private static boolean includes(List<Range> ranges, int number) {
    return ranges.isEmpty() || ranges.stream().anyMatch(r -> r.includes(number));
  }

  /// Each end counts from the side its sign says; what lies beyond a short month is cut.
  private static boolean isOn(Range range, LocalDate date) {
    int length = date.lengthOfMonth();
    int first = ofMonth(range.first(), length);
    int last = Math.min(ofMonth(range.last(), length), length);
    return date.getDayOfMonth() >= Math.max(first, 1) && date.getDayOfMonth() <= last;
  }

  private static int ofMonth(int day, int length) {
    return day < 0 ? length + day + 1 : day;
  }
}
