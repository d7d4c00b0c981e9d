package watchbill.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import watchbill.testkit.simulation.Sightings.Pair;
import watchbill.testkit.simulation.Simulation.Played;
import watchbill.testkit.simulation.plan.Scenarios;

/// Many years, seed after seed, and what they came to.
public final class Campaign {
  /// More than these are not told apart; the first says enough.
  private static final int FAILURES_MAX = 3;

  /// Plays of several seeds share nothing, so each processor may have some.
  private static final int AT_ONCE = 8;

  private final Simulation simulation;
  private final Set<Pair> pairs = new TreeSet<>();
  private final List<Played> failures = new ArrayList<>();
  private double teamYears;
  private int seeds;
  private long events;
  private long faults;
  private Duration took = Duration.ZERO;

  public Campaign(Simulation simulation) {
    this.simulation = simulation;
  }

  /// Plays seed after seed from the first one on, until there were so many years of a team.
  public Campaign play(long firstSeed, double years) {
    return play(firstSeed, years, FAILURES_MAX);
  }

  /// The same, and no further than to the first failure.
  public Campaign playToFirstFailure(long firstSeed, double years) {
    return play(firstSeed, years, 1);
  }

  private Campaign play(long firstSeed, double years, int failuresMax) {
    long started = System.nanoTime();
    for (long seed = firstSeed; mayGoOn(years, failuresMax); seed += AT_ONCE) {
      List<Played> together =
          LongStream.range(seed, seed + AT_ONCE)
              .parallel()
              .mapToObj(s -> simulation.play(Scenarios.of(s)))
              .toList();
      // In the order of their seeds, so that a campaign comes to the same on any machine.
      together.stream().takeWhile(_ -> mayGoOn(years, failuresMax)).forEach(this::add);
    }
    took = Duration.ofNanos(System.nanoTime() - started);
    return this;
  }

  private boolean mayGoOn(double years, int failuresMax) {
    return teamYears < years && failures.size() < failuresMax;
  }

  private void add(Played played) {
    seeds++;
    teamYears += played.scenario().teamYears();
    events += played.events();
    faults += played.sightings().faults();
    pairs.addAll(played.sightings().pairs());
    if (played.finding().isPresent()) {
      failures.add(played);
    }
  }

  public List<Played> failures() {
    return List.copyOf(failures);
  }

  public double teamYears() {
    return teamYears;
  }

  /// Pairs of a fault and a state that were never met.
  public List<Pair> missed() {
    return Sightings.possible().stream().filter(p -> !pairs.contains(p)).toList();
  }

  /// What was played, in a line; and the first failure, made small, as a story.
  public String inWords() {
    double seconds = Math.max(1, took.toMillis()) / 1_000.0;
    String sum =
        ("%.0f team-years of %d seeds: %,d events, %,d faults, %d of %d pairs, %d violations;"
                + " %.1f years a second")
            .formatted(
                teamYears,
                seeds,
                events,
                faults,
                pairs.size(),
                Sightings.possible().size(),
                failures.size(),
                teamYears / seconds);
    return failures.isEmpty() ? sum : sum + "\n\n" + new Story(simulation).of(failures.getFirst());
  }
}
