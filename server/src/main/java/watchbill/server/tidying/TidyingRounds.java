package watchbill.server.tidying;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.server.hourly.HourlyRounds;
import watchbill.server.hourly.RoundClaims;
import watchbill.time.TimeSource;

/// Lets go of messages that were kept long enough, once an hour.
public final class TidyingRounds {
  private static final Logger LOG = LoggerFactory.getLogger(TidyingRounds.class);

  /// Messages of one turn: some milliseconds.
  private static final int AT_ONCE = 500;

  private final FrontDoor door;
  private final TimeSource time;
  private final Duration keep;
  private final HourlyRounds hourly;

  /// Rounds that are not yet begun.
  ///
  /// @param keep how long a message is kept
  /// @param claims which of several nodes makes the round
  public TidyingRounds(FrontDoor door, TimeSource time, Duration keep, RoundClaims claims) {
    this.door = door;
    this.time = time;
    this.keep = keep;
    this.hourly = new HourlyRounds("messages", this::round, claims);
  }

  public void start() {
    hourly.start();
  }

  /// Returns when the turn that is running has ended.
  public void stop() throws InterruptedException {
    hourly.stop();
  }

  /// Lets go of all that is too old, or of as much as it may before it is stopped.
  void round() {
    Instant before = time.now().minus(keep);
    long gone = 0;
    int last = AT_ONCE;
    while (last == AT_ONCE && !hourly.isStopping()) {
      last =
          door.submit(new Command.Forget(before, AT_ONCE)) instanceof Reply.Forgotten(var messages)
              ? messages
              : 0;
      gone += last;
    }
    if (gone > 0) {
      LOG.info("{} messages older than {} days are no longer kept", gone, keep.toDays());
    }
  }
}
