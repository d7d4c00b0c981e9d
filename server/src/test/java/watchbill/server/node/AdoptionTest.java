package watchbill.server.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import watchbill.engine.Command;
import watchbill.engine.Reply;

/// The configuration of a node is adopted, however long the store can't be written.
class AdoptionTest {
  private static final Command FIRST = new Command.Resume();
  private static final Command SECOND = new Command.AdoptRestraints();

  private final List<Command> said = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Reply> answers = new ArrayDeque<>();
  private final CountDownLatch heard = new CountDownLatch(1);

  @Test
  void whatIsHeardIsSaidOnceAndInOrder() {
    Adoption adoption = adoption();
    adoption.start();
    assertThat(adoption.isDone()).isTrue();
    assertThat(said).containsExactly(FIRST, SECOND);
  }

  @Test
  void whatIsNotHeardIsSaidAgainBeforeWhatFollows() throws InterruptedException {
    answers.add(later());
    answers.add(later());
    Adoption adoption = adoption();
    adoption.start();
    assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    adoption.stop();
    assertThat(adoption.isDone()).isTrue();
    assertThat(said).containsExactly(FIRST, FIRST, FIRST, SECOND);
  }

  @Test
  void itEndsWithItsNode() throws InterruptedException {
    for (int i = 0; i < 10_000; i++) {
      answers.add(later());
    }
    Adoption adoption = adoption();
    adoption.start();
    adoption.stop();
    assertThat(adoption.isDone()).isFalse();
    assertThat(said).isNotEmpty().containsOnly(FIRST);
  }

  private Adoption adoption() {
    return new Adoption(this::answer, List.of(FIRST, SECOND), Duration.ofMillis(1));
  }

  private Reply answer(Command command) {
    said.add(command);
    Reply later = answers.poll();
    if (later == null && command.equals(SECOND)) {
      heard.countDown();
    }
    return later == null ? new Reply.Done() : later;
  }

  private static Reply later() {
    return new Reply.TryLater(false, Duration.ofSeconds(1), "the disk is full");
  }
}
