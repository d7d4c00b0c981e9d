package watchbill.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import watchbill.time.TimeSource;

/// A clock that stands still until somebody turns it.
public final class HandClock implements TimeSource {
  private volatile Instant now;

  public HandClock(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Instant now() {
    return now;
  }

  /// Turns it on, or back when the length is negative.
  public void turn(Duration by) {
    set(now.plus(by));
  }

  public void set(Instant at) {
    now = at.truncatedTo(ChronoUnit.MICROS);
  }
}
