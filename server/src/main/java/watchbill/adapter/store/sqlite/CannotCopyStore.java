package watchbill.adapter.store.sqlite;

/// A copy of a store can't be made, or is not good enough to be kept. The message says why and what
/// to do.
public final class CannotCopyStore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotCopyStore(String message) {
    super(message);
  }

  CannotCopyStore(String message, Throwable cause) {
    super(message, cause);
  }
}
