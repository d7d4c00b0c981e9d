package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.AlertDecision.Why;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.HeardEvents;
import watchbill.alert.Severity;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.testkit.memory.MemoryTransactions;

/// An event whose sender gives it a name counts once, whatever happened since.
class RepeatsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Transactions transactions = new MemoryTransactions();
  private final Declared declared = new Declared();
  private final Engine engine =
      new Engine(transactions, declared::configuration, new SequentialIds());

  @Test
  void aRepeatAfterTheEndOpensNothing() {
    tell(firing("event 1"));
    tell(ended("event 2"));
    assertThat(tell(firing("event 1"))).containsExactly(Why.HEARD_BEFORE);
    assertThat(openPages()).isZero();
  }

  @Test
  void aNewEventAfterTheEndOpensItAgain() {
    tell(firing("event 1"));
    tell(ended("event 2"));
    assertThat(tell(firing("event 3"))).isEmpty();
    assertThat(openPages()).isEqualTo(1);
  }

  @Test
  void aRepeatedEndDoesNotEndWhatBeganSince() {
    tell(firing("event 1"));
    tell(ended("event 2"));
    tell(firing("event 3"));
    assertThat(tell(ended("event 2"))).containsExactly(Why.HEARD_BEFORE);
    assertThat(openPages()).isEqualTo(1);
  }

  @Test
  void aRepeatInTheSameBatchIsOne() {
    List<Reply> replies =
        engine.run(List.of(received(firing("event 1")), received(firing("event 1"))), NIGHT);
    assertThat(replies).extracting(RepeatsTest::ignored).containsExactly(none(), heardBefore());
  }

  @Test
  void oneEventMaySaySeveralThings() {
    assertThat(tell(firing("event 1"), firing("event 1"))).isEmpty();
  }

  @Test
  void aMessageThatIsReplayedCountsAnew() {
    tell(firing("event 1"));
    tell(ended("event 2"));
    assertThat(tell(firing("event 1").anew())).isEmpty();
    assertThat(openPages()).isEqualTo(1);
  }

  @Test
  void itIsForgottenAfterAWhile() {
    tell(firing("event 1"));
    tick(NIGHT.plus(HeardEvents.KEPT).minus(DAY));
    assertThat(tell(firing("event 1"))).containsExactly(Why.HEARD_BEFORE);
    tick(NIGHT.plus(HeardEvents.KEPT).plus(DAY));
    assertThat(tell(firing("event 1"))).isEmpty();
  }

  @Test
  void theMessageThatRepeatsItIsKeptWithTheReason() {
    tell(firing("event 1"));
    tell(firing("event 1"));
    String outcome =
        transactions.read(
            s -> s.events().newest(Optional.empty(), Optional.empty(), 1).getFirst().outcome());
    assertThat(outcome).contains("sent this very event before");
  }

  private List<Why> tell(AlertReport... reports) {
    return ignored(engine.run(received(reports), NIGHT));
  }

  private void tick(Instant at) {
    engine.run(new Command.Tick(100), at);
  }

  private int openPages() {
    return transactions.<Integer>read(s -> s.pages().open(10).size());
  }

  private static List<Why> ignored(Reply reply) {
    return ((Reply.Received) reply).ignored();
  }

  private static List<Why> none() {
    return List.of();
  }

  private static List<Why> heardBefore() {
    return List.of(Why.HEARD_BEFORE);
  }

  private static Command received(AlertReport... reports) {
    return new Command.Receive(Declared.PROMETHEUS, "body", List.of(reports));
  }

  private static AlertReport firing(String event) {
    var condition = new Condition("checkout is down", "", Severity.CRITICAL, Map.of(), Map.of());
    AlertKey key = AlertKey.of(PROMETHEUS, "a");
    return new AlertReport.Firing(key, "a", condition, NIGHT, Optional.empty()).in(event);
  }

  private static AlertReport ended(String event) {
    return new AlertReport.Ended(AlertKey.of(PROMETHEUS, "a"), Optional.of(event));
  }
}
