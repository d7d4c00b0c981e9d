package watchbill.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import watchbill.testkit.simulation.Simulation.Played;
import watchbill.testkit.simulation.plan.Scenario;
import watchbill.testkit.simulation.plan.Scenarios;
import watchbill.testkit.simulation.play.Defect;
import watchbill.testkit.simulation.play.MemoryStore;

/// The simulator on the memory stores: it plays the same twice, finds a bug, and makes it small.
class SimulationTest {
  private static final Duration MONTH = Duration.ofDays(30);

  private final Simulation simulation = new Simulation(MemoryStore::new);

  @Test
  void theSameSeedIsTheSameMonthToTheByte() {
    for (long seed = 1; seed <= 5; seed++) {
      Played one = simulation.play(Scenarios.of(seed, MONTH));
      Played other = simulation.play(Scenarios.of(seed, MONTH));
      assertThat(one.hash()).as("seed %d", seed).isEqualTo(other.hash());
      assertThat(one.finding()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void anotherSeedIsAnotherMonth() {
    Played one = simulation.play(Scenarios.of(1, MONTH));
    Played other = simulation.play(Scenarios.of(2, MONTH));
    assertThat(one.hash()).isNotEqualTo(other.hash());
  }

  @Test
  void aFailureIsMadeSmallAndToldAsAStory() {
    Simulation flawed = new Simulation(MemoryStore::new, new Forgetful());
    Scenario scenario = Scenarios.of(1, MONTH);
    Played failure = flawed.play(scenario);
    Played smallest = Shrinking.smallest(flawed, failure);
    assertThat(smallest.finding()).isPresent();
    assertThat(smallest.scenario().faults()).isEmpty();
    assertThat(smallest.scenario().troubles()).hasSize(1);
    assertThat(new Story(flawed).of(failure))
        .contains("does not hold", "./check --simulate 1 1", "VIOLATED", "planned: ");
  }

  /// No outcome is ever kept.
  private static final class Forgetful implements Defect {
    @Override
    public boolean has(Flaw flaw) {
      return flaw == Flaw.FORGETS_THE_OUTCOME;
    }
  }
}
