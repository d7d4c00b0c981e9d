package watchbill.adapter.store.sql;

/// The store can't be read or written at present: the disk is full, broken or locked by another.
///
/// Nothing of the transaction was kept; the same work may be tried again later.
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
