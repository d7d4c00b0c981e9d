package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The clock on one node's wall: what it shows at a true time, through jumps and drift.
final class NodeClock {
  private static final long MILLION = 1_000_000;

  private Instant since;
  private Instant shown;
  private long driftPerMillion;

  NodeClock(Instant start) {
    since = start;
    shown = start;
  }

  Instant at(Instant trueTime) {
    Duration passed = Duration.between(since, trueTime);
    Duration drifted = passed.multipliedBy(driftPerMillion).dividedBy(MILLION);
    return shown.plus(passed).plus(drifted).truncatedTo(ChronoUnit.MICROS);
  }

  /// The true time at which it shows this, to within a millisecond and never before.
  Instant trueTimeOf(Instant wall) {
    Duration toPass = Duration.between(shown, wall);
    Duration passed = toPass.multipliedBy(MILLION).dividedBy(MILLION + driftPerMillion);
    return since.plus(passed).plusMillis(1);
  }

  void jump(Duration by, Instant trueTime) {
    shown = at(trueTime).plus(by);
    since = trueTime;
  }

  void drift(long perMillion, Instant trueTime) {
    shown = at(trueTime);
    since = trueTime;
    driftPerMillion = perMillion;
  }
}
