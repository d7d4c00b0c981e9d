package watchbill.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import watchbill.catalog.PersonId;

/// How many nights and weekends one person may have in any four weeks.
public record LoadLimits(int nights, int weekends) {
  /// Every second week: what two people who share a rota have.
  public static final LoadLimits USUAL = new LoadLimits(14, 2);

  /// The length of the window that is slid over the calendar, in days.
  public static final int DAYS = 28;

  /// Somebody has too much, or as much as may be.
  ///
  /// @param from the first day of the four weeks in which it is worst
  /// @param tooMany whether it is over the limit; else one more would be
  public record Warning(
      PersonId person,
      Spread.Measure measure,
      int count,
      int max,
      LocalDate from,
      boolean tooMany) {
    public String inWords() {
      String many = measure.times(count) + " in the " + DAYS + " days from " + from;
      return person + " has " + many + "; " + (tooMany ? "at most " : "the most is ") + max;
    }
  }

  /// What to say of these people's duty, past and planned, before it becomes unfair.
  public List<Warning> warnings(PersonId person, List<Stint> stints, HomeClock home) {
    var duty =
        Loads.union(
            stints.stream().filter(s -> s.person().equals(person)).map(Stint::span).toList());
    List<Warning> warnings = new ArrayList<>();
    worst(person, Spread.Measure.NIGHTS, Loads.nights(duty, home), nights).ifPresent(warnings::add);
    worst(person, Spread.Measure.WEEKENDS, Loads.weekends(duty, home), weekends)
        .ifPresent(warnings::add);
    return warnings;
  }

  private static Optional<Warning> worst(
      PersonId person, Spread.Measure measure, NavigableSet<LocalDate> dates, int max) {
    Optional<Warning> worst = Optional.empty();
    for (LocalDate from : dates) {
      int count = dates.subSet(from, from.plusDays(DAYS)).size();
      if (count >= max && worst.filter(w -> w.count() >= count).isEmpty()) {
        worst = Optional.of(new Warning(person, measure, count, max, from, count > max));
      }
    }
    return worst;
  }
}
