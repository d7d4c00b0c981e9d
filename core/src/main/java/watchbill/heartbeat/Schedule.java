package watchbill.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import watchbill.time.TimeWords;

/// When a heartbeat is expected.
public sealed interface Schedule {
  /// The first instant after `after` at which it is expected, when it was heard then.
  Instant next(Instant after);

  /// As a person says it: `every 1 d`, `cron 0 3 * * * in Europe/Madrid`.
  String inWords();

  /// Never longer apart than this.
  record Every(Duration period) implements Schedule {
    public static final Duration MIN = Duration.ofMinutes(1);
    public static final Duration MAX = Duration.ofDays(366);

    public Every {
      if (period.compareTo(MIN) < 0 || period.compareTo(MAX) > 0) {
        throw new IllegalArgumentException("a period is 1 min to 366 d, not " + period);
      }
    }

    @Override
    public Instant next(Instant after) {
      return after.plus(period);
    }

    @Override
    public String inWords() {
      return "every " + TimeWords.of(period);
    }
  }

  /// Once after each of these times of a clock on the wall.
  record Cron(CronExpression times, ZoneId zone) implements Schedule {
    @Override
    public Instant next(Instant after) {
      return CronTimes.next(times, zone, after);
    }

    @Override
    public String inWords() {
      return "cron " + times.text() + " in " + zone;
    }
  }
}
