package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.CHECKOUT;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.alert.Alert;
import watchbill.alert.AlertDecision.Why;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.EventId;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.PageStore;
import watchbill.notification.Deliveries;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Seat;
import watchbill.testkit.memory.MemoryDisk;
import watchbill.testkit.memory.MemoryTransactions;
import watchbill.time.Span;

/// Many commands in one transaction, and what is answered.
class EngineTest {
  private static final AlertKey KEY = AlertKey.of(PROMETHEUS, "a");
  private static final AlertReport DOWN = firing("a", Severity.CRITICAL);
  private static final AlertReport SLOW = firing("a", Severity.WARNING);
  private static final AlertReport ENDED = new AlertReport.Ended(KEY);
  private static final AlertReport TAKEN = new AlertReport.TakenCharge(KEY);
  private static final Span HOUR = new Span(NIGHT, NIGHT.plusSeconds(3_600));

  private final MemoryDisk disk = new MemoryDisk();
  private final Transactions transactions = new MemoryTransactions(disk);
  private final Declared declared = new Declared();
  private final Engine engine =
      new Engine(transactions, declared::configuration, new SequentialIds());

  // One batch.

  @Test
  void reportsOfOneConditionInOneBatchAreOneAlert() {
    run(received(DOWN), received(DOWN, DOWN), received(DOWN));
    assertThat(pages()).hasSize(1);
    Alert alert = alerts(pages().getFirst()).getFirst();
    assertThat(alert.reportCount()).isEqualTo(4);
    assertThat(alert.firstEvent()).isNotEqualTo(alert.lastEvent());
    assertThat(pages().getFirst().alertCount()).isEqualTo(1);
    assertThat(claimed()).isEqualTo(1);
  }

  @Test
  void whatBeginsAndEndsInOneBatchIsKeptAndWakesNobody() {
    run(received(DOWN), received(ENDED));
    Page page = pages().getFirst();
    assertThat(page.escalation().isResolved()).isTrue();
    assertThat(page.openAlertCount()).isZero();
    assertThat(alerts(page).getFirst().state().isOpen()).isFalse();
    assertThat(claimed()).isZero();
    run(received(DOWN));
    assertThat(pages()).hasSize(2);
  }

  @Test
  void whatEndsAndBeginsAgainInOneBatchIsTwoAlertsOnOnePage() {
    run(received(DOWN));
    run(received(ENDED), received(DOWN));
    assertThat(pages()).hasSize(1);
    Page page = pages().getFirst();
    assertThat(alerts(page)).hasSize(2);
    assertThat(page.alertCount()).isEqualTo(2);
    assertThat(page.openAlertCount()).isEqualTo(1);
    assertThat(page.escalation()).isInstanceOf(Escalation.Waiting.class);
  }

  @Test
  void whatRisesInOneBatchWakesSomebodyOnce() {
    run(received(SLOW), received(DOWN), received(SLOW));
    assertThat(pages()).hasSize(2);
    var group = new PageStore.Group(CHECKOUT, Urgency.NOW, "");
    Page waiting = transactions.read(s -> s.pages().waiting(group)).orElseThrow();
    assertThat(waiting.openAlertCount()).isEqualTo(1);
    assertThat(waiting.alertCount()).isEqualTo(1);
    assertThat(claimed()).isEqualTo(1);
    run(received(ENDED));
    assertThat(pages()).allMatch(p -> p.escalation().isResolved());
  }

  @Test
  void whatRoseAndEndsInOneBatchIsOver() {
    run(received(SLOW));
    run(received(DOWN), received(ENDED));
    assertThat(pages()).hasSize(2).allMatch(p -> p.escalation().isResolved());
    assertThat(pages()).allMatch(p -> p.openAlertCount() == 0);
  }

  @Test
  void whatSomebodyTookInTheSendingSystemIsTaken() {
    run(received(DOWN));
    run(received(TAKEN));
    assertThat(pages().getFirst().escalation()).isInstanceOf(Escalation.Acknowledged.class);
    run(received(firing("b", Severity.CRITICAL)), received(new AlertReport.TakenCharge(KEY)));
    assertThat(pages()).hasSize(2);
  }

  @Test
  void repliesComeInOrderAndSayWhatHadNoEffect() {
    List<Reply> replies =
        run(received(ENDED), new Command.Tick(10), received(DOWN), received(DOWN, ENDED, TAKEN));
    assertThat(replies)
        .map(r -> r instanceof Reply.Received received ? received.ignored() : r)
        .containsExactly(
            List.of(Why.NOTHING_OPEN),
            new Reply.Ticked(0, false),
            List.of(),
            List.of(Why.NOTHING_OPEN));
  }

  @Test
  void everyMessageIsKeptAlsoThoseWithoutEffect() {
    engine.run(new Command.Receive(Declared.PROMETHEUS, "not \"news\" ñ", List.of(ENDED)), NIGHT);
    var first = new EventId("%026d".formatted(1));
    assertThat(transactions.read(s -> s.events().find(first)).orElseThrow().body())
        .isEqualTo("not \"news\" ñ");
  }

  // Workers.

  @Test
  void aWorkerIsToldToSendOnce() {
    run(received(DOWN));
    Notification claimed = claim(NIGHT);
    var hand = new Command.Hand(claimed.id(), claimed.fence());
    assertThat(handed(hand)).isTrue();
    assertThat(handed(hand)).isFalse();
  }

  @Test
  void whatWasClaimedBeforeAHandOverIsNotSentAfterIt() {
    run(received(DOWN));
    Notification claimed = claim(NIGHT);
    run(new Command.HandOver(pages().getFirst().id(), "ana", "web"));
    assertThat(handed(new Command.Hand(claimed.id(), claimed.fence()))).isFalse();
    assertThat(claim(NIGHT).person()).isEqualTo(Cast.BEN);
  }

  @Test
  void aWorkerThatLostItsClaimNeitherSendsNorSettles() {
    run(received(DOWN));
    Notification slow = claim(NIGHT);
    Notification quick = claim(NIGHT.plus(Deliveries.CLAIM_LEASE));
    assertThat(handed(new Command.Hand(slow.id(), slow.fence()))).isFalse();
    assertThat(handed(new Command.Hand(quick.id(), quick.fence()))).isTrue();
    var refused = new Outcome.Refused("too late");
    run(new Command.Settle(slow.id(), slow.fence(), refused, "phone"));
    run(new Command.Settle(quick.id(), quick.fence(), new Outcome.Accepted("", false), "phone"));
    assertThat(transactions.read(s -> s.notifications().find(slow.id())).orElseThrow().delivery())
        .isInstanceOf(Delivery.Accepted.class);
  }

  @Test
  void whatADeadWorkerHadClaimedGoesAtOnceInAProgramThatIsAlone() {
    run(received(DOWN));
    Notification held = claim(NIGHT);
    run(new Command.FreeClaims(10));
    Notification again = claim(NIGHT);
    assertThat(again.id()).isEqualTo(held.id());
    assertThat(again.fence()).isGreaterThan(held.fence());
    assertThat(again.possibleDuplicate()).isFalse();
  }

  @Test
  void whatADeadWorkerHadHandedOverIsRepeatedWithinSecondsAndSaysSo() {
    run(received(DOWN));
    Notification held = claim(NIGHT);
    assertThat(handed(new Command.Hand(held.id(), held.fence()))).isTrue();
    run(new Command.FreeClaims(10));
    assertThat(claimed()).isZero();
    assertThat(claim(NIGHT.plusSeconds(2)).possibleDuplicate()).isTrue();
  }

  // What is told.

  @Test
  void aTurnThatChangesNothingTellsNothing() {
    run(received(DOWN));
    int before = audited();
    run(new Command.Tick(10), new Command.Inspect(), received(DOWN));
    assertThat(audited()).isEqualTo(before);
    PageId page = pages().getFirst().id();
    run(new Command.Acknowledge(page, "ana", "web"));
    run(new Command.Acknowledge(page, "ben", "web"));
    assertThat(audited()).isEqualTo(before + 1);
  }

  @Test
  void aPageThatAPersonRaisesIsLikeAnyOther() {
    List<Reply> replies = run(new Command.RaisePage(CHECKOUT, "customers are calling", "cho"));
    Page page = pages().getFirst();
    assertThat(replies).containsExactly(new Reply.Paged(page.id(), 1, "it waits for an answer"));
    assertThat(page.title()).isEqualTo("customers are calling");
    assertThat(claimed()).isEqualTo(1);
    assertThat(run(new Command.Resolve(page.id(), "cho", "web")))
        .containsExactly(new Reply.Paged(page.id(), 1, "it is over, says cho"));
    assertThat(alerts(page)).allMatch(a -> !a.state().isOpen());
  }

  static List<Command> refusals() {
    var eve = new PersonId("eve");
    var unknown = new PageId("404");
    return List.of(
        new Command.Acknowledge(unknown, "ana", "web"),
        new Command.Resolve(unknown, "ana", "web"),
        new Command.HandOver(unknown, "ana", "web"),
        new Command.RaisePage(new ServiceId("nothing"), "down", "ana"),
        new Command.AddOverride(
            new RotaId("nothing"), Role.PRIMARY, HOUR, takesOver(Cast.ANA), "", Cast.ANA),
        new Command.AddOverride(Cast.ROTA, Role.PRIMARY, HOUR, takesOver(eve), "", Cast.ANA));
  }

  private static Change takesOver(PersonId person) {
    return new Change.TakeOver(Seat.of(person), 0);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatDoesNotExistIsRefusedInWords(Command command) {
    assertThat(engine.run(command, NIGHT))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused ->
                assertThat(refused.refusal().inWords()).contains("is not accepted; use the"));
    assertThat(audited()).isZero();
  }

  @Test
  void whatTheDiskDoesNotTakeDidNotHappen() {
    disk.full(true);
    assertThatThrownBy(() -> run(received(DOWN))).hasMessage("the disk is full");
    disk.full(false);
    assertThat(pages()).isEmpty();
    run(received(DOWN));
    assertThat(pages()).hasSize(1);
  }

  private List<Reply> run(Command... commands) {
    return engine.run(Arrays.asList(commands), NIGHT);
  }

  private List<Page> pages() {
    return transactions.read(s -> {
      List<Page> all = new ArrayList<>(s.pages().open(100));
      all.addAll(s.pages().resolved(100));
      return all;
    });
  }

  private List<Alert> alerts(Page page) {
    return transactions.read(s -> s.alerts().of(page.id(), 100));
  }

  private Notification claim(Instant now) {
    return ((Reply.Claimed) engine.run(new Command.Claim(100), now)).notifications().getFirst();
  }

  private boolean handed(Command.Hand hand) {
    return ((Reply.HandNow) engine.run(hand, NIGHT)).handing().isPresent();
  }

  private int claimed() {
    return ((Reply.Claimed) engine.run(new Command.Claim(100), NIGHT)).notifications().size();
  }

  private int audited() {
    return transactions.<Integer>read(s -> s.audit().after(0, 1_000).size());
  }

  private static Command received(AlertReport... reports) {
    return new Command.Receive(Declared.PROMETHEUS, "body", List.of(reports));
  }

  private static AlertReport firing(String key, Severity severity) {
    var condition = new Condition("checkout is down", "", severity, Map.of(), Map.of());
    return new AlertReport.Firing(
        AlertKey.of(PROMETHEUS, key), key, condition, NIGHT, Optional.empty());
  }
}
