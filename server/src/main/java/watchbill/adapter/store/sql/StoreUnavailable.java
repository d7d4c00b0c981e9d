package watchbill.adapter.store.sql;

import watchbill.engine.StoreFault;

/// The store can't be read or written at present: the disk is full, broken or locked by another, or
/// the database is away.
///
/// Nothing of the transaction was kept, but where a database went away in the middle of a commit:
/// then nobody knows. The same work may be tried again later.
public sealed class StoreUnavailable extends StoreFault permits LostToAnother {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
