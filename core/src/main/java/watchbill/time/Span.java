package watchbill.time;

import java.time.Duration;
import java.time.Instant;

/// A half-open stretch of time: `from` belongs to it, `until` does not.
public record Span(Instant from, Instant until) {
  public Span {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a span ends after it starts: " + from + " to " + until);
    }
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  public boolean overlaps(Span other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}
