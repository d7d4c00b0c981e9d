package watchbill.adapter.store.sql;

/// The database undid the transaction in favour of another one. The same work may be done again at
/// once.
public final class LostToAnother extends StoreUnavailable {
  private static final long serialVersionUID = 1L;

  public LostToAnother(String message, Throwable cause) {
    super(message, cause);
  }
}
