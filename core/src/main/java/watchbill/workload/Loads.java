package watchbill.workload;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import watchbill.catalog.PersonId;
import watchbill.time.Span;

/// Measures what duty people carry.
public final class Loads {
  /// A hand-off a little after bedtime does not make a night.
  private static final Duration COUNTS_FROM = Duration.ofHours(1);

  private Loads() {}

  /// The load of everybody named, in the order of their handles; whoever had no duty has a load of
  /// nothing, which is what makes a spread honest.
  ///
  /// @param homes everybody to be measured, with the clock on their wall
  public static List<Load> measure(
      Span period, List<Stint> stints, List<CallOut> calls, Map<PersonId, HomeClock> homes) {
    List<Load> loads = new ArrayList<>();
    homes.forEach((person, home) -> {
      List<Stint> theirs = stints.stream().filter(s -> s.person().equals(person)).toList();
      List<CallOut> woken =
          calls.stream()
              .filter(c -> c.person().equals(person) && period.contains(c.wokenAt()))
              .toList();
      loads.add(load(person, within(period, theirs), woken, home));
    });
    loads.sort(Comparator.comparing(l -> l.person().handle()));
    return loads;
  }

  private static Load load(
      PersonId person, List<Stint> stints, List<CallOut> calls, HomeClock home) {
    List<Span> duty = union(stints.stream().map(Stint::span).toList());
    HoursByKind hours =
        duty.stream()
            .map(span -> Hours.split(span, home))
            .reduce(HoursByKind.NONE, HoursByKind::plus);
    return new Load(
        person,
        shifts(stints),
        hours,
        nights(duty, home).size(),
        weekends(duty, home).size(),
        calls.size(),
        (int) calls.stream().filter(c -> home.isNightAt(c.wokenAt())).count(),
        calls.stream().map(CallOut::length).reduce(Duration.ZERO, Duration::plus));
  }

  /// The nights with duty, each by the day it began on.
  static NavigableSet<LocalDate> nights(List<Span> duty, HomeClock home) {
    LocalTime ends = home.settings().night().until();
    boolean crosses = home.settings().night().crossesMidnight();
    Map<LocalDate, Duration> lengths = new TreeMap<>();
    for (Hours.Piece piece : pieces(duty, home)) {
      if (home.isNightAt(piece.span().from())) {
        LocalTime time = piece.span().from().atZone(home.zone()).toLocalTime();
        boolean beganBefore = crosses && time.isBefore(ends);
        LocalDate night = beganBefore ? piece.date().minusDays(1) : piece.date();
        lengths.merge(night, piece.span().length(), Duration::plus);
      }
    }
    return countable(lengths);
  }

  /// The weekends with duty, each by its first day.
  static NavigableSet<LocalDate> weekends(List<Span> duty, HomeClock home) {
    Map<LocalDate, Duration> lengths = new TreeMap<>();
    for (Hours.Piece piece : pieces(duty, home)) {
      if (home.settings().weekend().contains(piece.date().getDayOfWeek())) {
        lengths.merge(firstDay(piece.date(), home), piece.span().length(), Duration::plus);
      }
    }
    return countable(lengths);
  }

  /// The spans laid together where they touch or overlap, in order.
  static List<Span> union(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (joined.isEmpty() || joined.getLast().until().isBefore(span.from())) {
        joined.add(span);
      } else {
        Span last = joined.removeLast();
        Instant until = last.until().isAfter(span.until()) ? last.until() : span.until();
        joined.add(new Span(last.from(), until));
      }
    }
    return joined;
  }

  /// What lies within the period, cut at its ends.
  static List<Stint> within(Span period, List<Stint> stints) {
    return stints.stream()
        .filter(s -> s.span().overlaps(period))
        .map(s -> new Stint(s.person(), s.team(), s.rota(), s.role(), cut(s.span(), period)))
        .toList();
  }

  private static Span cut(Span span, Span period) {
    Instant from = span.from().isBefore(period.from()) ? period.from() : span.from();
    Instant until = span.until().isAfter(period.until()) ? period.until() : span.until();
    return new Span(from, until);
  }

  private static int shifts(List<Stint> stints) {
    Map<List<Object>, List<Span>> byDuty = new HashMap<>();
    for (Stint stint : stints) {
      byDuty
          .computeIfAbsent(
              List.of(stint.team(), stint.rota(), stint.role()), _ -> new ArrayList<>())
          .add(stint.span());
    }
    return byDuty.values().stream().mapToInt(spans -> union(spans).size()).sum();
  }

  private static List<Hours.Piece> pieces(List<Span> duty, HomeClock home) {
    return duty.stream().flatMap(span -> Hours.pieces(span, home).stream()).toList();
  }

  private static LocalDate firstDay(LocalDate date, HomeClock home) {
    LocalDate first = date;
    while (home.settings().weekend().contains(dayBefore(first))) {
      first = first.minusDays(1);
    }
    return first;
  }

  private static DayOfWeek dayBefore(LocalDate date) {
    return date.getDayOfWeek().minus(1);
  }

  private static NavigableSet<LocalDate> countable(Map<LocalDate, Duration> lengths) {
    NavigableSet<LocalDate> dates = new TreeSet<>();
    lengths.forEach((date, length) -> {
      if (length.compareTo(COUNTS_FROM) >= 0) {
        dates.add(date);
      }
    });
    return dates;
  }
}
