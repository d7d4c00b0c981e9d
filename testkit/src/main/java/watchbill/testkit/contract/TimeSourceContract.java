package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import watchbill.time.TimeSource;

/// What is read off the clock is stored without loss.
public interface TimeSourceContract {
  TimeSource time();

  @Test
  default void tellsWholeMicroseconds() {
    for (int i = 0; i < 10_000; i++) {
      Instant now = time().now();
      assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
  }

  @Test
  default void isNeverLaterNowThanInAMoment() {
    TimeSource time = time();
    Instant before = time.now();
    for (int i = 0; i < 10_000; i++) {
      Instant now = time.now();
      assertThat(now).isAfterOrEqualTo(before);
      before = now;
    }
  }
}
