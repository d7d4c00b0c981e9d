package watchbill.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchbill.testkit.simulation.Simulation.Played;
import watchbill.testkit.simulation.plan.Scenario;
import watchbill.testkit.simulation.play.Stage;

/// Makes a failure small: takes away whatever it does not need.
public final class Shrinking {
  private static final int PLAYS_MAX = 250;

  private final Simulation simulation;
  private final String invariant;
  private Played smallest;
  private int plays;

  private Shrinking(Simulation simulation, Played failure) {
    this.simulation = simulation;
    this.invariant = failure.finding().orElseThrow().invariant();
    this.smallest = failure;
  }

  /// The smallest play that still breaks the same invariant, as far as was tried.
  public static Played smallest(Simulation simulation, Played failure) {
    var shrinking = new Shrinking(simulation, failure);
    shrinking.cut();
    shrinking.takeAway(Scenario::faults, Scenario::withFaults);
    shrinking.takeAway(Scenario::troubles, Scenario::withTroubles);
    shrinking.takeAway(Scenario::faults, Scenario::withFaults);
    for (int nodes = 1; nodes < shrinking.smallest.scenario().nodes(); nodes++) {
      if (shrinking.failsAlso(shrinking.smallest.scenario().withNodes(nodes))) {
        break;
      }
    }
    shrinking.cut();
    return shrinking.smallest;
  }

  /// What comes after the failure has no part in it.
  private void cut() {
    Stage.Finding finding = smallest.finding().orElseThrow();
    Scenario scenario = smallest.scenario();
    if (finding.at().isBefore(scenario.end())) {
      failsAlso(scenario.until(finding.at().plus(Duration.ofMinutes(1))));
    }
  }

  /// Half of them first, then ever smaller parts.
  private <T> void takeAway(Function<Scenario, List<T>> parts, Change<T> change) {
    int chunk = Math.max(1, parts.apply(smallest.scenario()).size() / 2);
    while (true) {
      int at = 0;
      while (at < parts.apply(smallest.scenario()).size() && plays < PLAYS_MAX) {
        List<T> left = new ArrayList<>(parts.apply(smallest.scenario()));
        left.subList(at, Math.min(at + chunk, left.size())).clear();
        if (!failsAlso(change.of(smallest.scenario(), left))) {
          at += chunk;
        }
      }
      if (chunk == 1) {
        return;
      }
      chunk = Math.max(1, chunk / 2);
    }
  }

  @FunctionalInterface
  private interface Change<T> {
    Scenario of(Scenario scenario, List<T> parts);
  }

  private boolean failsAlso(Scenario smaller) {
    plays++;
    Played played = simulation.play(smaller);
    Optional<Stage.Finding> finding = played.finding();
    boolean same = finding.filter(f -> f.invariant().equals(invariant)).isPresent();
    if (same) {
      smallest = played;
    }
    return same;
  }
}
