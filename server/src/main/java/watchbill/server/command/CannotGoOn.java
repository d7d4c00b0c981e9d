package watchbill.server.command;

/// Ends a command with a sentence for whoever typed it.
final class CannotGoOn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotGoOn(String message) {
    super(message);
  }
}
