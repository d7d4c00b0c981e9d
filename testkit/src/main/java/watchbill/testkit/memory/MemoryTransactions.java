package watchbill.testkit.memory;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;

/// Transactions over a [MemoryDisk]. Writers take turns; a reader sees what was committed when it
/// began.
public final class MemoryTransactions implements Transactions {
  private final MemoryDisk disk;
  private final ReentrantLock turn = new ReentrantLock();

  public MemoryTransactions() {
    this(new MemoryDisk());
  }

  public MemoryTransactions(MemoryDisk disk) {
    this.disk = disk;
  }

  @Override
  public <R> R write(Function<Stores, R> work) {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("a transaction inside a transaction would wait for itself");
    }
    turn.lock();
    try {
      return run(work, Rows.Access.WRITE);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public <R> R read(Function<Stores, R> work) {
    return run(work, Rows.Access.READ);
  }

  private <R> R run(Function<Stores, R> work, Rows.Access access) {
    var view = new MemoryView(disk.committed(), access);
    boolean done = false;
    try {
      R result = work.apply(view.stores());
      done = true;
      return result;
    } finally {
      MemoryState after = view.end();
      if (done && access == Rows.Access.WRITE) {
        disk.commit(after);
      }
    }
  }
}
