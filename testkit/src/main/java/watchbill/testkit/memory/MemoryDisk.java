package watchbill.testkit.memory;

/// What outlives the program: the state that was committed last.
public final class MemoryDisk {
  private volatile MemoryState committed = MemoryState.EMPTY;
  private volatile boolean full;

  MemoryState committed() {
    return committed;
  }

  /// While it is full nothing can be committed, and what was committed can still be read.
  public void full(boolean isFull) {
    full = isFull;
  }

  /// A copy of what is committed now.
  public MemoryDisk copy() {
    var copy = new MemoryDisk();
    copy.committed = committed;
    return copy;
  }

  /// What was committed since the copy was made is lost.
  public void putBack(MemoryDisk copy) {
    committed = copy.committed;
  }

  void commit(MemoryState next) {
    if (full) {
      throw new IllegalStateException("the disk is full");
    }
    committed = next;
  }
}
