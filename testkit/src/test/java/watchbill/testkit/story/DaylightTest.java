package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.testkit.World;

/// The watch is handed over at nine by the clock on the wall in Madrid, whatever was done to the
/// clock: at 08:00 UTC in winter, at 07:00 UTC in summer.
class DaylightTest {
  @AutoClose
  private final World world = new World().onDuty("ana", "ben", "cho", "dev").policy("5 min");

  @ParameterizedTest
  @CsvSource({
    "the last Monday of winter, 2025-03-24T08:00:00Z, dev, ana",
    "the day after 30 March, 2025-03-31T07:00:00Z, ana, ben",
    "the last Monday of summer, 2025-10-20T07:00:00Z, ben, cho",
    "the day after 26 October, 2025-10-27T08:00:00Z, cho, dev",
  })
  void theHandOffStaysAtNine(String when, Instant handOff, String before, String after) {
    wakes(handOff.minusSeconds(60), before, when + ", 08:59");
    world.crash();
    wakes(handOff, after, when + ", 09:00");
    wakes(handOff.plusSeconds(60), after, when + ", 09:01");
    assertThat(world.rota().onDutyAt(handOff.minusNanos(1_000))).containsExactly(before);
  }

  /// Nobody but them: closing the world fails on any other message.
  private void wakes(Instant at, String handle, String summary) {
    world.fastForward(Duration.between(world.now(), at).toMinutes() + " min").report(summary);
    world.phone(handle).expectSms(summary).acknowledges();
  }
}
