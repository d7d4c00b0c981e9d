package watchbill.adapter.system;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import watchbill.time.TimeSource;

/// The machine's clock, to the microsecond.
public final class SystemTime implements TimeSource {
  @Override
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
