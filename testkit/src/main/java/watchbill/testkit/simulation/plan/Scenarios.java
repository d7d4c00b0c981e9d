package watchbill.testkit.simulation.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Draws a scenario from a seed. Each seed turns on some faults and some kinds of trouble only:
/// what always happens together hides what happens alone.
public final class Scenarios {
  /// The clocks of every zone change twice in it.
  private static final Duration SPAN = Duration.ofDays(365);

  private static final double KIND_IS_ON = 0.4;
  private static final double NEAR_TROUBLE = 0.85;

  /// While the first message is under way, while somebody answers, while it is being mended.
  private static final List<Duration> AFTER_TROUBLE =
      List.of(
          Duration.ofMillis(800),
          Duration.ofMinutes(3),
          Duration.ofMinutes(20),
          Duration.ofHours(2));

  private Scenarios() {}

  public static Scenario of(long seed) {
    return of(seed, SPAN);
  }

  /// The same for another stretch of time.
  public static Scenario of(long seed, Duration span) {
    var chance = new Chance(seed);
    LocalDate day = LocalDate.of(2025, 1, 1).plusDays(chance.below(730));
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    int nodes = chance.any(List.of(1, 1, 2, 3));
    House house = Houses.of(chance.between(1, 3), day, chance.branch("house"));
    List<Trouble> troubles = troubles(chance.branch("troubles"), start, span, house.teams().size());
    List<Fault> faults = faults(chance.branch("faults"), start, span, troubles);
    return new Scenario(seed, start, span, nodes, house, troubles, faults);
  }

  private static List<Trouble> troubles(Chance chance, Instant start, Duration span, int teams) {
    List<Trouble.Kind> kinds = swarm(List.of(Trouble.Kind.values()), chance);
    int count = 1 + (int) ((long) teams * chance.between(8, 36) * span.toDays() / SPAN.toDays());
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(start.plus(chance.between(Duration.ZERO, span)));
    }
    moments.sort(Comparator.naturalOrder());
    List<Trouble> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Trouble(i, chance.any(kinds), chance.below(teams), moments.get(i), chance.number()));
    }
    return all;
  }

  private static List<Fault> faults(
      Chance chance, Instant start, Duration span, List<Trouble> troubles) {
    List<FaultKind> kinds = swarm(List.of(FaultKind.values()), chance);
    double rate = chance.any(List.of(0.2, 0.6, 1.2));
    int count = (int) (troubles.size() * rate);
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FaultKind kind = chance.any(kinds);
      Instant at = start.plus(chance.between(Duration.ZERO, span));
      Duration after = chance.around(chance.any(AFTER_TROUBLE));
      if (chance.happens(NEAR_TROUBLE)) {
        at = chance.any(troubles).at().plus(after);
      }
      all.add(new Fault(i, kind, at, lasts(kind, chance), chance.below(3), chance.number()));
    }
    all.sort(Comparator.comparing(Fault::at).thenComparingInt(Fault::number));
    return all;
  }

  private static Duration lasts(FaultKind kind, Chance chance) {
    Duration most =
        switch (kind) {
          case CRASH -> Duration.ofMinutes(chance.happens(0.2) ? 30 : 2);
          case TICKER_HANGS -> Duration.ofMinutes(chance.happens(0.5) ? 30 : 2);
          case FREEZE -> Duration.ofSeconds(chance.happens(0.3) ? 20 : 240);
          case COMMIT_UNKNOWN, SERIALIZATION -> Duration.ofSeconds(30);
          case CLOCK_AHEAD, EDIT -> Duration.ofSeconds(10);
          case CLOCK_DRIFT -> Duration.ofHours(6);
          case STORE_DOWN,
              CUT_OFF,
              ANSWERS_LOST,
              NO_WAY_OUT,
              PROVIDER_DOWN,
              PROVIDER_SLOW,
              PROVIDER_BUSY,
              PROVIDER_SILENT,
              PROVIDER_LIES,
              PROVIDER_REFUSES ->
              Duration.ofMinutes(chance.happens(0.2) ? 40 : 4);
        };
    return chance.between(Duration.ofSeconds(1), most);
  }

  /// Some of them, at least one.
  private static <T> List<T> swarm(List<T> all, Chance chance) {
    List<T> on = new ArrayList<>();
    for (T one : all) {
      if (chance.happens(KIND_IS_ON)) {
        on.add(one);
      }
    }
    return on.isEmpty() ? List.of(chance.any(all)) : on;
  }
}
