package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import watchbill.testkit.contract.TimeSourceContract;
import watchbill.time.TimeSource;

class HandClockTest implements TimeSourceContract {
  private final HandClock clock = new HandClock(Cast.NIGHT.plusNanos(123));

  @Override
  public TimeSource time() {
    return clock;
  }

  @Test
  void standsStillUntilItIsTurned() {
    assertThat(clock.now()).isEqualTo(Cast.NIGHT);
    clock.turn(Duration.ofMinutes(5));
    assertThat(clock.now()).isEqualTo(Cast.NIGHT.plusSeconds(300));
    clock.turn(Duration.ofMinutes(-5));
    assertThat(clock.now()).isEqualTo(Cast.NIGHT);
  }
}
