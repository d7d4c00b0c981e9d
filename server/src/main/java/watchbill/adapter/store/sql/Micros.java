package watchbill.adapter.store.sql;

import java.time.Instant;

/// Instants as the store keeps them: whole microseconds since 1970, negative before.
final class Micros {
  private static final long PER_SECOND = 1_000_000;
  private static final long NANOS = 1_000;

  private Micros() {}

  static long of(Instant at) {
    return at.getEpochSecond() * PER_SECOND + at.getNano() / NANOS;
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
  }
}
