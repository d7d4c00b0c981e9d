package watchbill.workload;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/// When it is what kind of hour. A holiday wins over a weekend, a weekend over a night, a night
/// over working hours; what is none of them is evening, before work too.
///
/// @param working when people are at work anyway, on days that are neither weekend nor holiday
/// @param night when people sleep; usually across midnight
/// @param weekend whole days, fewer than seven
public record HourSettings(Window working, Window night, Set<DayOfWeek> weekend) {
  /// Nine to six from Monday to Friday, nights from ten to seven.
  public static final HourSettings USUAL =
      new HourSettings(
          new Window(LocalTime.of(9, 0), LocalTime.of(18, 0)),
          new Window(LocalTime.of(22, 0), LocalTime.of(7, 0)),
          Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

  public HourSettings {
    weekend = Set.copyOf(weekend);
    if (working.crossesMidnight()) {
      throw new IllegalArgumentException("working hours end on the day they begin: " + working);
    }
    if (weekend.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("a week has a working day");
    }
  }

  /// A part of every day by the wall clock; half-open, and across midnight when it ends before it
  /// begins.
  public record Window(LocalTime from, LocalTime until) {
    public Window {
      if (from.equals(until)) {
        throw new IllegalArgumentException("a window has a length: " + from);
      }
    }

    public boolean contains(LocalTime time) {
      boolean begun = !time.isBefore(from);
      boolean before = time.isBefore(until);
      return crossesMidnight() ? begun || before : begun && before;
    }

    public boolean crossesMidnight() {
      return until.isBefore(from);
    }
  }
}
