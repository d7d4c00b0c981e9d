package watchbill.rota.turn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// When separate shifts start, in local time, in order.
sealed interface Starts {
  /// The first starts here, or on the first listed day after it.
  LocalDateTime anchor();

  /// The first start not before `local`.
  Start firstFrom(LocalDateTime local);

  /// One start.
  ///
  /// @param number what turns are counted by: shifts, or weeks or months that have one
  record Start(LocalDateTime local, long number) {}

  static Starts of(Every every, Set<DayOfWeek> days, LocalDateTime anchor) {
    return switch (every.unit()) {
      case HOUR -> new Steps(every, anchor);
      case DAY -> days.isEmpty() ? new Steps(every, anchor) : OfCycle.ofDays(every, days, anchor);
      case WEEK -> OfCycle.ofWeeks(every, days, anchor);
      case MONTH ->
          days.isEmpty() ? new Steps(every, anchor) : new OfMonths(every.count(), days, anchor);
    };
  }

  /// One length after the other.
  record Steps(Every every, LocalDateTime anchor) implements Starts {
    @Override
    public Start firstFrom(LocalDateTime local) {
      long number = Math.max(0, every.between(anchor, local) - 1);
      while (every.after(anchor, number).isBefore(local)) {
        number++;
      }
      return new Start(every.after(anchor, number), number);
    }
  }

  /// The same days in every stretch of so many days.
  ///
  /// @param base the first day of the first stretch; not after the anchor
  /// @param offsets of the days in a stretch, ascending
  /// @param byStretch whether turns are counted by stretch, else by day
  record OfCycle(
      LocalDateTime anchor, LocalDate base, int days, List<Integer> offsets, boolean byStretch)
      implements Starts {
    public OfCycle {
      if (offsets.isEmpty()) {
        throw new IllegalArgumentException("none of the days ever comes");
      }
    }

    /// Every so many days, where it is one of these days of the week. What falls on which day comes
    /// round after seven times.
    static OfCycle ofDays(Every every, Set<DayOfWeek> days, LocalDateTime anchor) {
      LocalDate base = anchor.toLocalDate();
      int step = every.count();
      List<Integer> offsets = new ArrayList<>();
      for (int offset = 0; offset < 7 * step; offset += step) {
        if (days.contains(base.plusDays(offset).getDayOfWeek())) {
          offsets.add(offset);
        }
      }
      return new OfCycle(anchor, base, 7 * step, offsets, false);
    }

    static OfCycle ofWeeks(Every every, Set<DayOfWeek> days, LocalDateTime anchor) {
      LocalDate monday =
          anchor.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      Set<DayOfWeek> listed = days.isEmpty() ? Set.of(anchor.getDayOfWeek()) : days;
      List<Integer> offsets = new ArrayList<>();
      for (DayOfWeek day : DayOfWeek.values()) {
        if (listed.contains(day)) {
          offsets.add(day.getValue() - 1);
        }
      }
      return new OfCycle(anchor, monday, 7 * every.count(), offsets, true);
    }

    @Override
    public Start firstFrom(LocalDateTime local) {
      LocalDateTime notBefore = local.isBefore(anchor) ? anchor : local;
      long since = ChronoUnit.DAYS.between(base, notBefore.toLocalDate());
      long stretch = Math.floorDiv(since, (long) days);
      LocalDate first = notBefore.toLocalDate().minusDays(Math.floorMod(since, (long) days));
      while (true) {
        for (int i = 0; i < offsets.size(); i++) {
          LocalDateTime start = first.plusDays(offsets.get(i)).atTime(anchor.toLocalTime());
          if (!start.isBefore(notBefore)) {
            long number = byStretch ? stretch - stretchesSkipped() : stretch * offsets.size() + i;
            return new Start(start, number);
          }
        }
        stretch++;
        first = first.plusDays(days);
      }
    }

    /// The anchor may lie behind the last of the days in its stretch: the first shift is still the
    /// first seat's.
    private int stretchesSkipped() {
      LocalDateTime last = base.plusDays(offsets.getLast()).atTime(anchor.toLocalTime());
      return last.isBefore(anchor) ? 1 : 0;
    }
  }

  /// The listed days of the week in every so many months; turns are counted by month.
  record OfMonths(int months, Set<DayOfWeek> days, LocalDateTime anchor) implements Starts {
    @Override
    public Start firstFrom(LocalDateTime local) {
      LocalDateTime notBefore = local.isBefore(anchor) ? anchor : local;
      YearMonth first = YearMonth.from(anchor);
      LocalTime time = anchor.toLocalTime();
      long number = ChronoUnit.MONTHS.between(first, YearMonth.from(notBefore)) / months;
      while (true) {
        YearMonth month = first.plusMonths(number * months);
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
          LocalDateTime start = month.atDay(day).atTime(time);
          if (!start.isBefore(notBefore) && days.contains(start.getDayOfWeek())) {
            return new Start(start, number - monthsSkipped());
          }
        }
        number++;
      }
    }

    /// As with weeks: none of the days may be left in the anchor's month.
    private int monthsSkipped() {
      LocalDate last = YearMonth.from(anchor).atEndOfMonth();
      boolean comes =
          anchor
              .toLocalDate()
              .datesUntil(last.plusDays(1))
              .anyMatch(day -> days.contains(day.getDayOfWeek()));
      return comes ? 0 : 1;
    }
  }
}
