package watchbill.testkit.simulation.play;

/// The process ends here; what it had not committed is gone.
final class NodeDied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NodeDied(String where) {
    super(where, null, false, false);
  }
}
