package watchbill.server.real;

import java.util.concurrent.TimeUnit;

/// Ends a process as a system ends its services.
final class Ended {
  private static final long WITHIN_SECONDS = 20;

  private Ended() {}

  /// Asks it to stop and waits until it has.
  static void cleanly(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("a clean stop took more than " + WITHIN_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
