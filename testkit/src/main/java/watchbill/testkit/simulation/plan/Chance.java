package watchbill.testkit.simulation.plan;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Chance that grows like a tree from one seed: what is drawn on one branch moves no other.
public final class Chance {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long seed;
  private final SplittableRandom random;

  public Chance(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /// The branch of this name, the same however much was drawn here before.
  public Chance branch(String name) {
    long hash = FNV_OFFSET ^ seed;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new Chance(new SplittableRandom(hash).nextLong());
  }

  public long seed() {
    return seed;
  }

  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /// From 0, and less than `bound`.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// Both ends included.
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /// To the microsecond.
  public Duration between(Duration least, Duration most) {
    long span = most.minus(least).toNanos() / 1_000;
    return least.plusNanos(1_000 * (span == 0 ? 0 : random.nextLong(span)));
  }

  /// Mostly shorter than `mean`, sometimes much longer.
  public Duration around(Duration mean) {
    double factor = -Math.log(1 - random.nextDouble());
    return Duration.ofMillis((long) (mean.toMillis() * factor));
  }

  public <T> T any(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }

  public long number() {
    return random.nextLong();
  }
}
