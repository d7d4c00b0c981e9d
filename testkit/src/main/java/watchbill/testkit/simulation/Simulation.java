package watchbill.testkit.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import watchbill.testkit.simulation.invariant.Invariant;
import watchbill.testkit.simulation.invariant.Invariants;
import watchbill.testkit.simulation.plan.Scenario;
import watchbill.testkit.simulation.play.Defect;
import watchbill.testkit.simulation.play.Journal;
import watchbill.testkit.simulation.play.SimulatedStore;
import watchbill.testkit.simulation.play.Stage;

/// Plays one scenario and judges it.
///
/// @param stores makes the store of each play, fresh
public record Simulation(Supplier<? extends SimulatedStore> stores, Defect defect) {
  /// One of the product as it is.
  public Simulation(Supplier<? extends SimulatedStore> stores) {
    this(stores, Defect.NONE);
  }

  /// What came of one play.
  ///
  /// @param hash of all that happened
  public record Played(
      Scenario scenario,
      Optional<Stage.Finding> finding,
      long events,
      String hash,
      Sightings sightings,
      List<String> story) {}

  public Played play(Scenario scenario) {
    return play(scenario, false);
  }

  /// The same, with every word of it.
  public Played tell(Scenario scenario) {
    return play(scenario, true);
  }

  private Played play(Scenario scenario, boolean inWords) {
    var journal = new Journal(inWords);
    try (SimulatedStore store = stores.get()) {
      var stage = new Stage(scenario, store, journal, defect);
      List<Invariant> invariants = Invariants.over(stage);
      var sightings = new Sightings(stage);
      stage.watch(sightings::on);
      invariants.forEach(i -> stage.watch(i::on));
      Optional<Stage.Finding> finding = stage.play();
      if (finding.isEmpty()) {
        invariants.forEach(Invariant::atEnd);
        finding = stage.finding();
      }
      return new Played(
          scenario, finding, journal.count(), journal.end(), sightings, journal.lines());
    }
  }
}
