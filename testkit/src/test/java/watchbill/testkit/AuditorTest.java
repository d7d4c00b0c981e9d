package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Keepers;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.notification.Deliveries;
import watchbill.testkit.memory.MemoryTransactions;

/// A fault of the program, made by hand in the store, is found, mended and said.
class AuditorTest {
  private final Transactions transactions = new MemoryTransactions();
  private final Declared declared = new Declared();
  private final Engine engine =
      new Engine(transactions, declared::configuration, new SequentialIds());

  @Test
  void aPageWhoseFallbackWasToldNothingIsTriedAgain() {
    Page exhausted = exhaustedPage();
    assertThat(inspected(20)).isZero();
    loseAllThatIsOnItsWay();
    assertThat(inspected(20)).isEqualTo(1);
    Page mended = transactions.read(s -> s.pages().find(exhausted.id())).orElseThrow();
    assertThat(mended.escalation()).isInstanceOf(Escalation.Waiting.class);
    assertThat(audited()).contains("Found adrift by the inspection");
    assertThat(inspected(20)).isZero();
  }

  @Test
  void thatItHadToMendSomethingIsAnAlertOfItsOwn() {
    declared.keepers(new Keepers(List.of(), Optional.of(Cast.CHECKOUT)));
    exhaustedPage();
    loseAllThatIsOnItsWay();
    inspected(20);
    List<Alert> alerts =
        transactions.read(s ->
            s.pages().open(9).stream().flatMap(p -> s.alerts().of(p.id(), 9).stream()).toList());
    assertThat(alerts)
        .extracting(a -> a.condition().summary())
        .contains("Watchbill had to mend what it should have done");
  }

  private Page exhaustedPage() {
    declared.waits(List.of(Duration.ofMinutes(5)));
    var condition = new Condition("checkout is down", "", Severity.CRITICAL, Map.of(), Map.of());
    var firing =
        new AlertReport.Firing(
            AlertKey.of(PROMETHEUS, "a"), "a", condition, NIGHT, Optional.empty());
    engine.run(new Command.Receive(Declared.PROMETHEUS, "body", List.of(firing)), NIGHT);
    engine.run(new Command.Tick(10), NIGHT.plus(Duration.ofMinutes(5)));
    Page page = pages().getFirst();
    assertThat(page.escalation()).isInstanceOf(Escalation.Exhausted.class);
    return page;
  }

  private void loseAllThatIsOnItsWay() {
    transactions.write(s -> {
      s.notifications()
          .pending(100)
          .forEach(n -> s.notifications().save(Deliveries.giveUp(n, "a fault", NIGHT)));
      return true;
    });
  }

  private int inspected(int minutes) {
    Reply reply = engine.run(new Command.Inspect(), NIGHT.plus(Duration.ofMinutes(minutes)));
    return ((Reply.Inspected) reply).mended();
  }

  private List<Page> pages() {
    return transactions.read(s -> s.pages().open(100));
  }

  private List<String> audited() {
    return transactions.read(s -> s.audit().after(0, 1_000)).stream()
        .map(e -> e.deed().said())
        .toList();
  }
}
