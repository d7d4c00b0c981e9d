package watchbill.testkit.simulation.play;

import watchbill.engine.Transactions;
import watchbill.testkit.memory.MemoryDisk;
import watchbill.testkit.memory.MemoryTransactions;

/// A store on the memory fakes.
public final class MemoryStore implements SimulatedStore {
  private final MemoryDisk disk = new MemoryDisk();

  @Override
  public Transactions open() {
    return new MemoryTransactions(disk);
  }

  @Override
  public void close() {}
}
