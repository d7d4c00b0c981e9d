package watchbill.adapter.store.sql;

/// The program must not start on this store. The message says why, and what to do.
public final class CannotOpenStore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotOpenStore(String message) {
    super(message);
  }

  public CannotOpenStore(String message, Throwable cause) {
    super(message, cause);
  }
}
