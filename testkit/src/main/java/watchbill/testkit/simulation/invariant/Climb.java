package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watchbill.alert.PageId;
import watchbill.catalog.Urgency;
import watchbill.testkit.simulation.plan.TeamPlan;

/// Where one page may stand on its policy, going by what was sent for it.
///
/// The rungs lie in one row: the steps, as often as they are run, then the fallback. Somebody who
/// asks for something else moves a page to where this can't see it; then every place that fits what
/// is sent next is possible, and the others are not.
final class Climb {
  /// A fallback who can't be told is tried again 5 minutes after the last try at them was given up,
  /// which takes some minutes too.
  private static final Duration FALLBACK_AGAIN = Duration.ofMinutes(10);

  private final PageId page;
  private final Urgency urgency;
  private final TeamPlan team;
  private NavigableSet<Integer> places = new TreeSet<>(Set.of(-1));
  private Instant calledAt;
  private Instant leftAt;
  private Instant createdAt = Instant.EPOCH;
  private Instant restsUntil = Instant.EPOCH;
  private Rung rung = new Rung.Request();
  private int wake;

  /// @param team with the policy the page began with
  Climb(PageId page, Urgency urgency, TeamPlan team, Instant openedAt) {
    this.page = page;
    this.urgency = urgency;
    this.team = team;
    this.calledAt = openedAt;
    this.leftAt = openedAt;
  }

  PageId page() {
    return page;
  }

  Urgency urgency() {
    return urgency;
  }

  TeamPlan team() {
    return team;
  }

  /// The wake seen last; 0 before the first.
  int wake() {
    return wake;
  }

  Rung rung() {
    return rung;
  }

  Instant calledAt() {
    return calledAt;
  }

  /// When its first message left; before, nobody was told.
  Instant leftAt() {
    return leftAt;
  }

  /// When the rest it was last seen in is over.
  Instant restsUntil() {
    return restsUntil;
  }

  void restsUntil(Instant end) {
    restsUntil = end;
  }

  /// Somebody asked for something else, and perhaps got it: its next wake may come at any time.
  void requested() {
    createdAt = Instant.EPOCH;
    IntStream.range(-1, rungs()).forEach(places::add);
  }

  /// So many wakes were ordered of which nothing has been sent yet; each may have been a rung.
  void passed(int wakes) {
    for (int i = 0; i < wakes; i++) {
      places.addAll(passed());
    }
    createdAt = Instant.EPOCH;
  }

  /// When the next wake is ordered if nobody answers, counted from the last.
  Duration patience() {
    Duration longest = team.waits().stream().max(Comparator.naturalOrder()).orElseThrow();
    return switch (rung) {
      case Rung.Step(var number) -> team.waits().get(number - 1);
      case Rung.Request _ -> longest;
      case Rung.Fallback _ -> longest.compareTo(FALLBACK_AGAIN) > 0 ? longest : FALLBACK_AGAIN;
    };
  }

  /// Whether a wake created at `at` comes before its time.
  boolean isEarly(Instant at) {
    Duration least =
        places.stream()
            .map(p -> team.waits().get(Math.floorMod(p, steps())))
            .min(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return wake > 0 && at.isBefore(createdAt.plus(least));
  }

  /// Whether this rung may be the one that follows.
  ///
  /// @param gap whether a step may have named nobody, and the fallback stood in
  boolean follows(Rung next, boolean gap) {
    return (gap && next instanceof Rung.Fallback) || !after(next).isEmpty();
  }

  /// Whether a step may be next that means whoever is on duty.
  boolean mayMeetGap() {
    return places.stream().anyMatch(p -> p + 1 < rungs() && Math.floorMod(p + 1, steps()) < 2);
  }

  void left(Instant at) {
    leftAt = at;
  }

  void called(Rung by, int number, Instant created, Instant at) {
    NavigableSet<Integer> next = after(by);
    if (next.isEmpty()) {
      requested();
      next = by instanceof Rung.Fallback ? passed() : after(by);
    } else if (by instanceof Rung.Fallback && mayMeetGap()) {
      next = passed();
    }
    places = next;
    rung = by;
    wake = number;
    createdAt = created;
    calledAt = at;
  }

  private NavigableSet<Integer> after(Rung next) {
    return switch (next) {
      case Rung.Step(var number) ->
          passed().stream()
              .filter(p -> p < rungs() && p % steps() == number - 1)
              .collect(Collectors.toCollection(TreeSet::new));
      case Rung.Fallback _ ->
          passed().stream()
              .filter(p -> p == rungs())
              .collect(Collectors.toCollection(TreeSet::new));
      case Rung.Request _ -> new TreeSet<>(places);
    };
  }

  /// One rung further.
  private NavigableSet<Integer> passed() {
    return places.stream()
        .map(p -> Math.min(p + 1, rungs()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private int steps() {
    return team.waits().size();
  }

  private int rungs() {
    return steps() * (team.repeat() + 1);
  }
}
