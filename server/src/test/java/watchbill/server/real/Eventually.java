package watchbill.server.real;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for the world outside, which no test can turn by hand.
final class Eventually {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private Eventually() {}

  /// Fails with `what` unless it becomes true in time.
  static void within(Duration patience, String what, Callable<Boolean> happened) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!now(happened)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + ": not within " + patience);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /// Fails with `what` if it becomes true within this time.
  static void notFor(Duration silence, String what, Callable<Boolean> happened) {
    long deadline = System.nanoTime() + silence.toNanos();
    while (System.nanoTime() < deadline) {
      if (now(happened)) {
        throw new AssertionError(what);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static boolean now(Callable<Boolean> happened) {
    try {
      return happened.call();
    } catch (Exception e) {
      throw new AssertionError("could not look", e);
    }
  }
}
