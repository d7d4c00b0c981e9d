package watchbill.testkit;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import watchbill.kernel.IdSource;

/// Ids that count, so that a test that is run twice sees the same ones.
public final class SequentialIds implements IdSource {
  private final AtomicLong last = new AtomicLong();

  @Override
  public String next(Instant now) {
    return "%026d".formatted(last.incrementAndGet());
  }
}
