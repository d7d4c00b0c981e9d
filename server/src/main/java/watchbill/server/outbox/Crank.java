package watchbill.server.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again on a thread of its own: when asked to, and from time to time.
final class Crank {
  private static final Logger LOG = LoggerFactory.getLogger(Crank.class);
  private static final Duration STOP_WAITS = Duration.ofSeconds(10);

  /// After a failure: often enough to page in time, seldom enough not to fill the disk with its
  /// log.
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Thread thread;
  private final Duration every;
  private final Semaphore asked = new Semaphore(0);
  private final Semaphore stopped = new Semaphore(0);
  private volatile boolean turning = true;

  /// One turn of it; true when there is more to do at once.
  @FunctionalInterface
  interface Work {
    boolean turn();
  }

  Crank(String name, Duration every, Work work) {
    this.every = every;
    this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(() -> run(work));
  }

  void start() {
    thread.start();
  }

  /// Asks for a turn soon; asked twice, it is one turn. Never waits, whoever calls.
  void wakeUp() {
    if (asked.availablePermits() == 0) {
      asked.release();
    }
  }

  /// Returns when the last turn is over.
  void stop() throws InterruptedException {
    turning = false;
    stopped.release();
    wakeUp();
    thread.join(STOP_WAITS);
  }

  boolean isTurning() {
    return thread.isAlive();
  }

  private void run(Work work) {
    boolean more = true;
    while (turning) {
      try {
        if (!more && asked.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS)) {
          asked.drainPermits();
        }
        more = turning && work.turn();
      } catch (Throwable e) {
        // Also what is called an Error: a class that fails to load must not end the paging.
        LOG.error("a bug: the {} failed, and goes on", thread.getName(), e);
        more = false;
        rest();
      }
    }
  }

  private void rest() {
    try {
      if (stopped.tryAcquire(REST_AFTER_FAILURE.toNanos(), TimeUnit.NANOSECONDS)) {
        stopped.release();
      }
    } catch (InterruptedException e) {
      // Nobody here interrupts; whoever does is not who says when it ends.
      LOG.warn("the {} was interrupted, and goes on", thread.getName());
    }
  }
}
