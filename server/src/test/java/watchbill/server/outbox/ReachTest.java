package watchbill.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When a store counts as away.
class ReachTest {
  private long now;
  private final Reach reach = new Reach(() -> now);

  @Test
  void itIsAwayOnceEveryTurnHasFailedForAWhile() {
    failFor(Duration.ofSeconds(14));
    assertThat(reach.isAway()).isFalse();
    assertThat(reach.isWell()).isFalse();
    failFor(Duration.ofSeconds(1));
    assertThat(reach.isAway()).isTrue();
  }

  @Test
  void oneTurnThatIsKeptEndsIt() {
    failFor(Duration.ofSeconds(20));
    reach.reached();
    assertThat(reach.isAway()).isFalse();
    assertThat(reach.isWell()).isTrue();
    failFor(Duration.ofSeconds(2));
    assertThat(reach.isAway()).isFalse();
  }

  @Test
  void aNodeThatStoodStillMustFailAnew() {
    failFor(Duration.ofSeconds(20));
    pass(Duration.ofSeconds(60));
    assertThat(reach.isAway()).isFalse();
    failFor(Duration.ofSeconds(14));
    assertThat(reach.isAway()).isFalse();
    failFor(Duration.ofSeconds(1));
    assertThat(reach.isAway()).isTrue();
  }

  private void failFor(Duration length) {
    reach.missed();
    for (long i = 0; i < length.toSeconds(); i++) {
      pass(Duration.ofSeconds(1));
      reach.missed();
    }
  }

  private void pass(Duration length) {
    now += length.toNanos();
  }
}
