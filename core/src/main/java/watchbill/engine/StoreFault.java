package watchbill.engine;

/// What a transaction throws while its store can't be used: the disk is full, the database is away.
/// It passes by itself, unlike a bug, and the same work may be tried again later.
public abstract class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected StoreFault(String message) {
    super(message);
  }

  protected StoreFault(String message, Throwable cause) {
    super(message, cause);
  }
}
