package watchbill.route;

import java.time.Duration;
import java.util.Optional;

/// How a group takes its time.
///
/// @param groupWait how long a new page gathers before it wakes anybody
/// @param groupInterval how long after a page of the group opened the next may wake somebody
/// @param again when a group in somebody's hands pages again
/// @param acknowledgementTimeout how long whoever took charge is left alone; empty when as the
///   policy has it
/// @param quiet when nobody is told for it
public record Timing(
    Duration groupWait,
    Duration groupInterval,
    Again again,
    Optional<Duration> acknowledgementTimeout,
    Optional<Quiet> quiet) {
  /// At once, and again for whatever is new.
  public static final Timing AT_ONCE =
      new Timing(Duration.ZERO, Duration.ZERO, Again.ON_NEW, Optional.empty(), Optional.empty());
}
