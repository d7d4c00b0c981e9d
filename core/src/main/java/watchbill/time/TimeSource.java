package watchbill.time;

import java.time.Instant;
import watchbill.kernel.Port;

/// The one clock. Read once for each turn, at the edge; the core is told the result.
@Port
public interface TimeSource {
  /// The present, in whole microseconds, so that what is stored equals what was decided on.
  Instant now();
}
