package watchbill.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.time.Span;

class OutagesTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  @Test
  void aFirstStartAndAShortOneAreNoOutage() {
    assertThat(Outages.onBack(Optional.empty(), Optional.empty(), NIGHT)).isEmpty();
    assertThat(back(Duration.ofMillis(59_999))).isEmpty();
    assertThat(back(Duration.ofMinutes(-5))).as("the clock was set back").isEmpty();
    assertThat(back(Duration.ofMinutes(1)))
        .contains(new Outage(Outage.Kind.DOWN, new Span(NIGHT, NIGHT.plusSeconds(60))));
  }

  @Test
  void aCopyIsOneHoweverYoungItIs() {
    Instant now = NIGHT.plusSeconds(1);
    var restored = Optional.of(new Restored(NIGHT, NIGHT));
    assertThat(Outages.onBack(Optional.of(NIGHT), restored, now))
        .contains(new Outage(Outage.Kind.RESTORED, new Span(NIGHT, now)));
    assertThat(Outages.onBack(Optional.empty(), restored, NIGHT.minusSeconds(9)))
        .as("a clock that stands before the copy")
        .hasValueSatisfying(o -> assertThat(o.until()).isEqualTo(NIGHT.minusSeconds(9)));
  }

  @Test
  void eachSaysItselfInTheReadersTime() {
    var span = new Span(NIGHT, NIGHT.plus(Duration.ofMinutes(90)));
    assertThat(Outages.headline(new Outage(Outage.Kind.DOWN, span), MADRID))
        .isEqualTo(
            "Watchbill was blind for 1 h 30 min, from Mon 6 Jan 04:00 CET to Mon 6 Jan 05:30 CET");
    assertThat(Outages.headline(new Outage(Outage.Kind.RESTORED, span), MADRID))
        .isEqualTo(
            "Watchbill was restored from a copy of Mon 6 Jan 04:00 CET; nothing is known between"
                + " then and Mon 6 Jan 05:30 CET");
  }

  private static Optional<Outage> back(Duration after) {
    return Outages.onBack(Optional.of(NIGHT), Optional.empty(), NIGHT.plus(after));
  }
}
