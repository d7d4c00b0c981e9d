package watchbill.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.BEN;
import static watchbill.crew.Crew.CHO;
import static watchbill.crew.Crew.DEV;
import static watchbill.crew.Crew.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.AnyTurns;
import watchbill.rota.turn.CalendarWalk;
import watchbill.rota.turn.Seat;
import watchbill.time.Span;

/// Time on duty is the time there is, less the gaps: through overrides, leave, edits, and days of
/// 23 and 25 hours. Each minute is counted by itself, by an oracle that walks the calendar.
class ConservationTest {
  private static final int RUNS = 60;
  private static final int DAYS = 6;
  private static final Instant FROM = Instant.parse("2016-01-01T00:00:00Z");
  private static final Comparator<PersonId> BY_HANDLE = Comparator.comparing(PersonId::handle);

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void everyMinuteIsSomebodysOrAGaps() {
    System.out.println("ConservationTest: seed " + seed);
    List<String> zones = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    for (int run = 0; run < RUNS; run++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      Span window = aroundAClockChange(zone);
      RotaHistory rota = anyHistory(zone, window);
      var deviations = new Deviations(anyOverrides(window), anyAbsences(window), Map.of());
      compare(rota, deviations, window, "seed " + seed + ", run " + run + ", " + zone);
    }
  }

  private static void compare(RotaHistory rota, Deviations deviations, Span window, String run) {
    List<Shift> shifts = Rotas.shifts(rota, deviations, Role.PRIMARY, window);
    assertThat(shifts.getFirst().span().from()).as(run).isEqualTo(window.from());
    assertThat(shifts.getLast().span().until()).as(run).isEqualTo(window.until());
    for (int i = 1; i < shifts.size(); i++) {
      assertThat(shifts.get(i).span().from()).as(run).isEqualTo(shifts.get(i - 1).span().until());
    }
    Map<Set<PersonId>, Long> minutes = new HashMap<>();
    for (Shift shift : shifts) {
      assertThat(shift.isGap()).as(run).isEqualTo(shift.people().isEmpty());
      minutes.merge(sorted(shift.people()), shift.span().length().toMinutes(), Long::sum);
    }
    var oracle = new Oracle(rota, deviations, window);
    Map<Set<PersonId>, Long> counted = new HashMap<>();
    for (Instant at = window.from(); at.isBefore(window.until()); at = at.plusSeconds(60)) {
      Set<PersonId> people = oracle.at(at);
      counted.merge(people, 1L, Long::sum);
      if (at.getEpochSecond() % 3_600 == 0) {
        OnDuty now = Rotas.onDuty(rota, deviations, Role.PRIMARY, at);
        assertThat(sorted(now.people())).as(run + " at " + at).isEqualTo(people);
      }
    }
    assertThat(minutes).as(run).isEqualTo(counted);
  }

  /// Answers for one instant, by the words of the rules and nothing of their code.
  private static final class Oracle {
    private final RotaHistory history;
    private final Deviations deviations;
    private final Map<Layer, CalendarWalk> walks = new HashMap<>();

    Oracle(RotaHistory history, Deviations deviations, Span window) {
      this.history = history;
      this.deviations = deviations;
      LocalDate until = LocalDate.ofInstant(window.until(), ZoneOffset.UTC).plusDays(3);
      history
          .versions()
          .forEach(version ->
              version
                  .rota()
                  .layers()
                  .forEach(layer ->
                      walks.put(
                          layer,
                          new CalendarWalk(
                              layer.turns(), layer.hours(), version.rota().zone(), until))));
    }

    Set<PersonId> at(Instant at) {
      Optional<Rota> rota = Optional.empty();
      for (RotaVersion version : history.versions()) {
        rota = version.from().isAfter(at) ? rota : Optional.of(version.rota());
      }
      if (rota.isEmpty()) {
        return Set.of();
      }
      Set<PersonId> people = byTurn(rota.get(), at);
      List<RotaOverride> made = new ArrayList<>(deviations.overrides());
      made.sort(Comparator.comparing(RotaOverride::madeAt));
      for (RotaOverride override : made) {
        people = override.span().contains(at) ? after(people, override) : people;
      }
      return present(people, rota.get(), at);
    }

    private Set<PersonId> byTurn(Rota rota, Instant at) {
      Set<PersonId> people = sorted(List.of());
      int highest = Integer.MIN_VALUE;
      for (Layer layer : rota.layers()) {
        boolean counts =
            layer.from().map(from -> !at.isBefore(from)).orElse(true)
                && layer.until().map(at::isBefore).orElse(true);
        Set<PersonId> those = counts ? walks.get(layer).at(at) : Set.of();
        if (!those.isEmpty() && layer.priority() >= highest) {
          if (layer.priority() > highest) {
            people.clear();
          }
          people.addAll(those);
          highest = layer.priority();
        }
      }
      return people;
    }

    private static Set<PersonId> after(Set<PersonId> before, RotaOverride override) {
      Set<PersonId> people = sorted(before);
      switch (override.change()) {
        case Change.Replace(var out, var in) -> {
          if (people.remove(out)) {
            people.add(in);
          }
        }
        case Change.Remove(var out) -> people.remove(out);
        case Change.Add(var in) -> people.add(in);
        case Change.TakeOver(var seat, _) -> people = sorted(seat.people());
        case Change.FixedPeriod _ -> throw new AssertionError("none is made here");
      }
      return people;
    }

    private Set<PersonId> present(Set<PersonId> people, Rota rota, Instant at) {
      Set<PersonId> present = sorted(people);
      present.removeIf(person -> isAway(person, at));
      boolean needed = present.size() < people.size();
      if (needed
          && rota.lieutenant() instanceof Lieutenant.Named(var named)
          && !isAway(named, at)) {
        present.add(named);
      }
      return present;
    }

    private boolean isAway(PersonId person, Instant at) {
      return deviations.absences().stream()
          .anyMatch(a -> a.person().equals(person) && a.span().contains(at));
    }
  }

  private Span aroundAClockChange(ZoneId zone) {
    Instant at = FROM.plusSeconds(random.nextInt(150_000) * 1_800L);
    ZoneOffsetTransition next = zone.getRules().nextTransition(at);
    boolean soon =
        next != null && next.getInstant().isBefore(Instant.parse("2026-06-01T00:00:00Z"));
    Instant middle = soon ? next.getInstant() : at;
    return new Span(
        middle.minus(Duration.ofDays(DAYS / 2)), middle.plus(Duration.ofDays(DAYS / 2)));
  }

  private RotaHistory anyHistory(ZoneId zone, Span window) {
    List<RotaVersion> made = new ArrayList<>();
    made.add(new RotaVersion(anyRota(zone, window), Instant.MIN, "dev", Instant.MIN));
    for (int edit = 0; edit < random.nextInt(3); edit++) {
      Instant madeAt = window.from().plusSeconds(edit * 60L);
      Instant from = madeAt.plusSeconds(60L * random.nextInt(DAYS * 1_440));
      made.add(new RotaVersion(anyRota(zone, window), from, "dev", madeAt));
    }
    return RotaHistory.of(ROTA, made);
  }

  private Rota anyRota(ZoneId zone, Span window) {
    LocalDate from = LocalDate.ofInstant(window.from(), zone).minusDays(45);
    var any = new AnyTurns(random, from);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      Optional<Instant> begin =
          random.nextInt(4) == 0 ? Optional.of(minuteIn(window)) : Optional.empty();
      Optional<Instant> end =
          random.nextInt(4) == 0 ? Optional.of(minuteIn(window)) : Optional.empty();
      layers.add(
          new Layer(
              "layer " + i, Role.PRIMARY, random.nextInt(3), begin, end, any.hours(), any.turns()));
    }
    Lieutenant lieutenant =
        random.nextBoolean() ? new Lieutenant.Named(anybody()) : new Lieutenant.None();
    return new Rota(ROTA, zone, layers, lieutenant);
  }

  /// Each made at an instant of its own, so that each sees those before it.
  private List<RotaOverride> anyOverrides(Span window) {
    List<RotaOverride> overrides = new ArrayList<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      Instant from = minuteIn(window);
      var span = new Span(from, from.plusSeconds(60L * (1 + random.nextInt(3_000))));
      Change change =
          switch (random.nextInt(4)) {
            case 0 -> new Change.Replace(anybody(), anybody());
            case 1 -> new Change.Remove(anybody());
            case 2 -> new Change.Add(anybody());
            default -> new Change.TakeOver(Seat.of(anybody()), 0);
          };
      overrides.add(
          new RotaOverride(
              "o" + i, ROTA, Role.PRIMARY, span, change, "", DEV, FROM.plusSeconds(i)));
    }
    return overrides;
  }

  private List<Absence> anyAbsences(Span window) {
    List<Absence> absences = new ArrayList<>();
    for (int i = 0; i < random.nextInt(5); i++) {
      Instant from = minuteIn(window);
      var span = new Span(from, from.plusSeconds(60L * (1 + random.nextInt(4_000))));
      absences.add(new Absence(anybody(), span, Absence.Why.LEAVE));
    }
    return absences;
  }

  private Instant minuteIn(Span window) {
    return window.from().plusSeconds(60L * random.nextInt(DAYS * 1_440));
  }

  private PersonId anybody() {
    return List.of(ANA, BEN, CHO, DEV).get(random.nextInt(4));
  }

  private static Set<PersonId> sorted(Iterable<PersonId> people) {
    Set<PersonId> sorted = new TreeSet<>(BY_HANDLE);
    people.forEach(sorted::add);
    return sorted;
  }
}
