package watchbill.server.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import watchbill.notification.Deliveries;

/// How many notifications of one method are on their way at once, and how many may wait for that.
///
/// Methods have lanes of their own, so that a provider that hangs holds nobody else's messages.
final class Lane {
  private static final int WIDTH = 8;
  private static final int QUEUE = 1_024;

  /// Who has waited for longer gives up its place before its claim runs out: it may then be claimed
  /// anew, and must find a place again.
  private static final Duration WAIT_MAX = Deliveries.CLAIM_LEASE.minusSeconds(5);

  private final Semaphore places = new Semaphore(WIDTH + QUEUE);
  private final Semaphore sending = new Semaphore(WIDTH, true);

  /// Whether there was a place; who got one leaves it again.
  boolean enter() {
    return places.tryAcquire();
  }

  /// Gives the place up; true when it was the last one, so that others may have been turned away.
  boolean leave() {
    boolean wasFull = isFull();
    places.release();
    return wasFull;
  }

  boolean isFull() {
    return places.availablePermits() == 0;
  }

  /// Waits until it is the caller's turn to send; false when that took too long.
  boolean awaitTurn() throws InterruptedException {
    return sending.tryAcquire(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS);
  }

  void turnIsOver() {
    sending.release();
  }
}
