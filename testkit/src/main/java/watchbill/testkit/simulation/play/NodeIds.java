package watchbill.testkit.simulation.play;

import java.time.Instant;
import watchbill.kernel.IdSource;

/// Ids of one life of one node: ordered by its clock, and never those of another.
final class NodeIds implements IdSource {
  private final String suffix;
  private long lastMillis;
  private int count;

  NodeIds(int node, int life) {
    suffix = "%02d%04d".formatted(node, life);
  }

  @Override
  public String next(Instant now) {
    long millis = now.toEpochMilli();
    if (millis > lastMillis) {
      lastMillis = millis;
      count = 0;
    }
    count++;
    return padded(lastMillis, 14) + padded(count, 6) + suffix;
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(width - digits.length()) + digits;
  }
}
