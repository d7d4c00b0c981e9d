package watchbill.rota.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import watchbill.catalog.PersonId;

/// An oracle: writes down every turn there is from the anchor on, step by step, and then looks. It
/// knows no arithmetic of weeks, cycles or estimates.
public final class CalendarWalk {
  private final List<Slot> slots;
  private final List<Slot> windows = new ArrayList<>();
  private final boolean restricted;

  private record Slot(Instant from, Instant until, Seat seat) {
    boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /// @param until right for every instant before this day
  public CalendarWalk(Turns turns, List<Window> hours, ZoneId zone, LocalDate until) {
    this.slots =
        switch (turns) {
          case Fixed(var seat) -> List.of(new Slot(Instant.MIN, Instant.MAX, seat));
          case Rotation rotation -> rotation(rotation, zone, until);
          case Occurrences shifts -> shifts(shifts, zone, until);
        };
    this.restricted = !hours.isEmpty();
    LocalDate first = until.minusDays(500);
    for (LocalDate day = first; day.isBefore(until.plusDays(3)); day = day.plusDays(1)) {
      for (Window window : hours) {
        if (opensOn(window, day)) {
          LocalDate endDay = window.end().isAfter(window.start()) ? day : day.plusDays(1);
          Instant from = onTheWall(day.atTime(window.start()), zone, false);
          Instant end = onTheWall(endDay.atTime(window.end()), zone, true);
          windows.add(new Slot(from, end, Seat.EMPTY));
        }
      }
    }
  }

  /// Who is on duty; empty outside the hours.
  public Set<PersonId> at(Instant at) {
    Set<PersonId> people = new TreeSet<>(Comparator.comparing(PersonId::handle));
    if (!restricted || windows.stream().anyMatch(w -> w.contains(at))) {
      slots.stream().filter(s -> s.contains(at)).forEach(s -> people.addAll(s.seat().people()));
    }
    return people;
  }

  /// The instants at which anything may change.
  public List<Instant> edges() {
    List<Instant> edges = new ArrayList<>();
    slots.forEach(s -> edges.addAll(List.of(s.from(), s.until())));
    windows.forEach(w -> edges.addAll(List.of(w.from(), w.until())));
    return edges;
  }

  private static List<Slot> rotation(Rotation rotation, ZoneId zone, LocalDate until) {
    List<Instant> handoffs = new ArrayList<>();
    LocalDateTime local = rotation.anchor();
    for (int n = 1; local.toLocalDate().isBefore(until.plusDays(40)); n++) {
      handoffs.add(onTheWall(local, zone, false));
      int count = rotation.every().count();
      local =
          switch (rotation.every().unit()) {
            case HOUR -> local.plusHours(count);
            case DAY -> local.plusDays(count);
            case WEEK -> local.plusDays(7L * count);
            case MONTH -> rotation.anchor().plusMonths((long) n * count);
          };
    }
    handoffs.add(onTheWall(local, zone, false));
    // Hand-offs within a skipped stretch begin no later than their successors.
    for (int n = handoffs.size() - 2; n >= 0; n--) {
      if (handoffs.get(n).isAfter(handoffs.get(n + 1))) {
        handoffs.set(n, handoffs.get(n + 1));
      }
    }
    List<Slot> slots = new ArrayList<>();
    for (int n = 0; n < handoffs.size() - 1; n++) {
      Seat seat = rotation.seats().get(n % rotation.seats().size());
      slots.add(new Slot(handoffs.get(n), handoffs.get(n + 1), seat));
    }
    return slots;
  }

  private static List<Slot> shifts(Occurrences shifts, ZoneId zone, LocalDate until) {
    List<Slot> slots = new ArrayList<>();
    LocalDateTime local = shifts.anchor();
    int counted = 0;
    long first = 0;
    while (local.toLocalDate().isBefore(until.plusDays(3))) {
      boolean starts = startsAt(shifts, local);
      if (starts) {
        // The first week or month that has a shift is the first seat's.
        long period = number(shifts, local, counted);
        first = slots.isEmpty() ? period : first;
        long number = (period - first) / shifts.hold();
        Seat seat = shifts.seats().get((int) (number % shifts.seats().size()));
        Instant from = onTheWall(local, zone, false);
        Instant end = onTheWall(local.plus(shifts.length()), zone, false);
        slots.add(new Slot(from, end, seat));
        counted++;
      }
      boolean hourly = shifts.every().unit() == Every.Unit.HOUR;
      local = hourly ? local.plusHours(1) : local.plusDays(1);
    }
    return slots;
  }

  private static boolean startsAt(Occurrences shifts, LocalDateTime local) {
    int count = shifts.every().count();
    LocalDateTime anchor = shifts.anchor();
    boolean listed = shifts.days().contains(local.getDayOfWeek());
    return switch (shifts.every().unit()) {
      case HOUR -> ChronoUnit.HOURS.between(anchor, local) % count == 0;
      case DAY ->
          ChronoUnit.DAYS.between(anchor, local) % count == 0
              && (listed || shifts.days().isEmpty());
      case WEEK ->
          weeks(anchor, local) % count == 0
              && (shifts.days().isEmpty() ? local.getDayOfWeek() == anchor.getDayOfWeek() : listed);
      case MONTH ->
          months(anchor, local) % count == 0
              && (shifts.days().isEmpty()
                  ? local.getDayOfMonth()
                      == Math.min(anchor.getDayOfMonth(), YearMonth.from(local).lengthOfMonth())
                  : listed);
    };
  }

  private static long number(Occurrences shifts, LocalDateTime local, int counted) {
    return switch (shifts.every().unit()) {
      case HOUR, DAY -> counted;
      case WEEK -> weeks(shifts.anchor(), local) / shifts.every().count();
      case MONTH -> months(shifts.anchor(), local) / shifts.every().count();
    };
  }

  private static long weeks(LocalDateTime anchor, LocalDateTime local) {
    long fromMonday = anchor.getDayOfWeek().getValue() - 1L;
    return (ChronoUnit.DAYS.between(anchor, local) + fromMonday) / 7;
  }

  private static long months(LocalDateTime anchor, LocalDateTime local) {
    return ChronoUnit.MONTHS.between(YearMonth.from(anchor), YearMonth.from(local));
  }

  private static boolean opensOn(Window window, LocalDate day) {
    return switch (window.days()) {
      case Window.Days.All _ -> true;
      case Window.Days.OfWeek(var days) -> days.contains(day.getDayOfWeek());
      case Window.Days.OfMonth(var days) ->
          days.stream()
              .anyMatch(d ->
                  d > 0
                      ? day.getDayOfMonth() == d
                      : day.plusDays(-d).getDayOfMonth() == 1 && sameMonth(day, -d - 1));
      case Window.Days.On(var date) -> date.equals(day);
    };
  }

  private static boolean sameMonth(LocalDate day, int later) {
    return day.plusDays(later).getMonth() == day.getMonth();
  }

  /// What a clock on that wall shows; where the hands jump over it, what they would have shown.
  private static Instant onTheWall(LocalDateTime local, ZoneId zone, boolean last) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      var gap = Objects.requireNonNull(zone.getRules().getTransition(local));
      return local.toInstant(gap.getOffsetBefore());
    }
    List<Instant> instants = offsets.stream().map(local::toInstant).sorted().toList();
    return last ? instants.getLast() : instants.getFirst();
  }
}
