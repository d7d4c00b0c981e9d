package watchbill.server.several;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for other processes, which no test can turn by hand.
public final class Patience {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private Patience() {}

  /// Fails with `what` unless it becomes true in time.
  ///
  /// @return how long that took
  public static Duration within(Duration patience, String what, BooleanSupplier happened) {
    long began = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - began > patience.toNanos()) {
        throw new AssertionError(what + ": not within " + patience);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Lets so much time go by.
  public static void pass(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
