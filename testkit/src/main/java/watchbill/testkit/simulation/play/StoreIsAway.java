package watchbill.testkit.simulation.play;

import watchbill.engine.StoreFault;

/// The store could not be asked, or did not say whether it did what it was asked.
final class StoreIsAway extends StoreFault {
  private static final long serialVersionUID = 1L;

  StoreIsAway(String what) {
    super(what);
  }

  /// Thrown so often in a year that its trace would cost more than the year.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
