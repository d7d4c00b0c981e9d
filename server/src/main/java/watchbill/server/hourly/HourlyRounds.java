package watchbill.server.hourly;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One round at the start, and one each hour.
public final class HourlyRounds {
  private static final Logger LOG = LoggerFactory.getLogger(HourlyRounds.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration STOP_WAITS = Duration.ofSeconds(10);

  private final String name;
  private final Runnable round;
  private final Semaphore stopped = new Semaphore(0);
  private final Thread thread;

  /// Rounds that are not yet begun.
  ///
  /// @param name of what they go round: `calendars`
  public HourlyRounds(String name, Runnable round) {
    this.name = name;
    this.round = round;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// Whether a long round should end early.
  public boolean isStopping() {
    return stopped.availablePermits() > 0;
  }

  /// Returns when the round that is running has ended, or soon after.
  public void stop() throws InterruptedException {
    stopped.release();
    thread.join(STOP_WAITS);
  }

  private void run() {
    try {
      do {
        roundOrLog();
      } while (!stopped.tryAcquire(EVERY.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      LOG.warn("the rounds of the {} were interrupted, and end", name);
    }
  }

  /// One round that fails must not be the last.
  private void roundOrLog() {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.error("a bug: a round of the {} failed, and is tried again", name, e);
    }
  }
}
