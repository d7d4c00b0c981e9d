package watchbill.law.sin.kernel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// No sin: all of it is a function of what it is told.
final class Pure {
  private Pure() {}

  static Instant later(Instant now) {
    return now.plus(Duration.ofMinutes(5));
  }

  static void shuffled(List<String> names, long seed) {
    Collections.shuffle(names, new Random(seed));
  }

  static URI runbook() {
    return URI.create("https://example.org/runbook");
  }
}
