package watchbill.server.tidying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import watchbill.engine.Command;
import watchbill.engine.FrontDoor;
import watchbill.engine.Reply;
import watchbill.server.hourly.RoundClaims;
import watchbill.testkit.Cast;

/// In small turns, until nothing is left that is too old.
class TidyingRoundsTest {
  private final List<Command.Forget> asked = new ArrayList<>();

  @Test
  void itGoesOnWhileATurnHadAsMuchAsItMay() {
    rounds(new Reply.Forgotten(500), new Reply.Forgotten(500), new Reply.Forgotten(7)).round();
    assertThat(asked).hasSize(3);
    assertThat(asked).allMatch(f -> f.receivedBefore().equals(Cast.NIGHT.minus(keep())));
  }

  @Test
  void whereTheStoreCanNotBeWrittenItEndsUntilTheNextHour() {
    var later = new Reply.TryLater(false, Duration.ofSeconds(5), "the store can't be written");
    rounds(new Reply.Forgotten(500), later, new Reply.Forgotten(500)).round();
    assertThat(asked).hasSize(2);
  }

  private TidyingRounds rounds(Reply... replies) {
    Deque<Reply> answers = new ArrayDeque<>(List.of(replies));
    FrontDoor door =
        command -> {
          asked.add((Command.Forget) command);
          return answers.remove();
        };
    return new TidyingRounds(door, () -> Cast.NIGHT, keep(), RoundClaims.ALONE);
  }

  private static Duration keep() {
    return Duration.ofDays(30);
  }
}
