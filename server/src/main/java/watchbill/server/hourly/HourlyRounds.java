package watchbill.server.hourly;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.StoreFault;

/// One round at the start, and one each hour; of nodes that share a store, one node makes it for
/// all.
public final class HourlyRounds {
  private static final Logger LOG = LoggerFactory.getLogger(HourlyRounds.class);
  private static final Duration EVERY = Duration.ofHours(1);

  /// A little less than an hour, so that the same node makes it again and it stays an hour.
  private static final Duration RESTS_FOR = Duration.ofMinutes(55);

  /// How soon to look whether the node that had it is gone.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private static final Duration STOP_WAITS = Duration.ofSeconds(10);

  private final String name;
  private final Runnable round;
  private final RoundClaims claims;
  private final Semaphore stopped = new Semaphore(0);
  private final Thread thread;

  /// Rounds that are not yet begun.
  ///
  /// @param name of what they go round: `calendars`
  public HourlyRounds(String name, Runnable round, RoundClaims claims) {
    this.name = name;
    this.round = round;
    this.claims = claims;
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
      // At the start in any case: what this node was told to look at may be new.
      Duration restsFor = Duration.ZERO;
      Duration wait;
      do {
        wait = roundOrLog(restsFor) ? EVERY : LOOK_AGAIN;
        restsFor = RESTS_FOR;
      } while (!stopped.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      LOG.warn("the rounds of the {} were interrupted, and end", name);
    }
  }

  /// One round that fails must not be the last.
  ///
  /// @return whether it was made here
  private boolean roundOrLog(Duration restsFor) {
    try {
      if (!claims.take(name, restsFor)) {
        return false;
      }
      round.run();
      claims.end(name);
      return true;
    } catch (StoreFault e) {
      LOG.warn("a round of the {} is put off: {}", name, e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("a bug: a round of the {} failed, and is tried again", name, e);
      return true;
    }
  }
}
