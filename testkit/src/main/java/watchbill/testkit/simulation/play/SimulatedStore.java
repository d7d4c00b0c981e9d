package watchbill.testkit.simulation.play;

import watchbill.engine.Transactions;

/// What outlives every node of a simulation: one store, made fresh.
public interface SimulatedStore extends AutoCloseable {
  /// What a node sees that starts now: all that was committed, and nothing remembered from before.
  Transactions open();

  @Override
  void close();
}
