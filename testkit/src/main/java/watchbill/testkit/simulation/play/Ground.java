package watchbill.testkit.simulation.play;

import java.time.Instant;
import java.util.function.Function;
import watchbill.engine.Stores;
import watchbill.testkit.simulation.plan.House;
import watchbill.testkit.simulation.plan.Scenario;

/// What an invariant may look at, and where it says what it found.
public interface Ground {
  /// The true time.
  Instant now();

  Scenario scenario();

  /// As the files are now.
  House house();

  Weather weather();

  /// What a node's clock shows.
  Instant wall(int node);

  /// What is committed, seen past all faults.
  <R> R read(Function<Stores, R> work);

  /// Looks again then.
  void at(Instant when, Runnable look);

  /// It does not hold. The first to say so ends the play.
  void violated(String invariant, String words);
}
