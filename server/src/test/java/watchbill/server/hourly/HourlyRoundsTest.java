package watchbill.server.hourly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import watchbill.engine.StoreFault;

/// Of several nodes one makes the round; one that fails is not the last.
class HourlyRoundsTest {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Test
  void aRoundIsTakenMadeAndEnded() throws InterruptedException {
    run(() -> heard.add("made"), claims(true));
    assertThat(next()).isEqualTo("calendars PT0S");
    assertThat(next()).isEqualTo("made");
    assertThat(next()).isEqualTo("end calendars");
    assertThat(heard).isEmpty();
  }

  @Test
  void aRoundThatAnotherNodeHasIsNotMade() throws InterruptedException {
    run(() -> heard.add("made"), claims(false));
    assertThat(next()).isEqualTo("calendars PT0S");
    assertThat(heard).isEmpty();
  }

  @Test
  void aRoundThatFindsTheStoreAwayIsNotSaidToBeMade() throws InterruptedException {
    run(
        () -> {
          throw new Away();
        },
        claims(true));
    assertThat(next()).isEqualTo("calendars PT0S");
    assertThat(heard).isEmpty();
  }

  private static final class Away extends StoreFault {
    private static final long serialVersionUID = 1L;

    Away() {
      super("away");
    }
  }

  /// Begins, and stops when the first round is over.
  private static void run(Runnable round, RoundClaims claims) throws InterruptedException {
    var rounds = new HourlyRounds("calendars", round, claims);
    rounds.start();
    rounds.stop();
  }

  private String next() throws InterruptedException {
    return List.of(heard.poll(10, TimeUnit.SECONDS)).getFirst();
  }

  private RoundClaims claims(boolean taken) {
    return new RoundClaims() {
      @Override
      public boolean take(String round, Duration restsFor) {
        heard.add(round + " " + restsFor);
        return taken;
      }

      @Override
      public void end(String round) {
        heard.add("end " + round);
      }
    };
  }
}
