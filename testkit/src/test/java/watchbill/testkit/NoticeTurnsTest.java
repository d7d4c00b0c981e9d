package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.BEN;
import static watchbill.testkit.Cast.NIGHT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import watchbill.audit.AuditEntry;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;
import watchbill.testkit.memory.MemoryDisk;
import watchbill.testkit.memory.MemoryTransactions;

/// Notices in one transaction, and what is answered.
class NoticeTurnsTest {
  /// Somebody of whom nothing is known but the name.
  private static final Person BEN_WITHOUT_PHONE =
      new Person(BEN, "Ben", Cast.MADRID, Map.of(), Map.of());

  private static final Configuration CONFIGURATION =
      new Configuration(
          new Catalog(
              List.of(Cast.person(ANA), BEN_WITHOUT_PHONE), List.of(), List.of(), List.of()),
          List.of(),
          List.of());

  private final MemoryDisk disk = new MemoryDisk();
  private final Transactions transactions = new MemoryTransactions(disk);
  private final AtomicInteger plannedTurns = new AtomicInteger();
  private final Engine engine =
      new Engine(
          transactions,
          () -> CONFIGURATION,
          new SequentialIds(),
          _ -> Optional.empty(),
          plannedTurns::incrementAndGet);

  @Test
  void theSameOccasionTwiceInOneBatchIsOneNotice() {
    engine.run(List.of(given("n1", ANA, "key"), given("n2", ANA, "key")), NIGHT);
    assertThat(transactions.<List<Notice>>read(s -> s.notices().recent(ANA, 9))).hasSize(1);
    assertThat(claimed()).isEqualTo(1);
    assertThat(audited()).isEqualTo(1);
  }

  @Test
  void whoeverEmptiesTheOutboxIsWokenForANotice() {
    run(given("n1", ANA, "key"));
    assertThat(plannedTurns).hasValue(1);
    run(given("n2", ANA, "key"));
    assertThat(plannedTurns).hasValue(1);
  }

  @Test
  void whatTheDiskDidNotTakeWasNotGiven() {
    disk.full(true);
    assertThatThrownBy(() -> run(given("n1", ANA, "key"))).hasMessage("the disk is full");
    disk.full(false);
    assertThat(claimed()).isZero();
    run(given("n2", ANA, "key"));
    assertThat(claimed()).isEqualTo(1);
  }

  @Test
  void whoHasNoWayIsKeptInTheAuditAndWakesNobody() {
    run(given("n1", BEN, "key"));
    assertThat(plannedTurns).hasValue(0);
    assertThat(claimed()).isZero();
    assertThat(audited()).isEqualTo(1);
  }

  @Test
  void aTickEndsAsManyAsItMayAndSaysThatThereAreMore() {
    for (int i = 1; i <= 3; i++) {
      run(given("n" + i, ANA, "key " + i));
    }
    Instant late = NIGHT.plusSeconds(600);
    assertThat(engine.run(new Command.Tick(2), late)).isEqualTo(new Reply.Ticked(2, true));
    assertThat(engine.run(new Command.Tick(2), late)).isEqualTo(new Reply.Ticked(1, false));
    assertThat(engine.run(new Command.Tick(2), late)).isEqualTo(new Reply.Ticked(0, false));
  }

  @Test
  void whatCannotBeAnsweredIsRefusedAndNothingIsSaid() {
    run(given("n1", ANA, "key"));
    int before = audited();
    assertRefused(answer("404", ANA), NIGHT, "notice.unknown");
    assertRefused(answer("n1", BEN), NIGHT, "notice.of-another");
    assertRefused(answer("n1", ANA), NIGHT.plusSeconds(600), "notice.lapsed");
    assertRefused(new Command.SendTest(new PersonId("eve")), NIGHT, "person.unknown");
    assertRefused(new Command.SendTest(BEN), NIGHT, "test.no-way");
    assertThat(audited()).isEqualTo(before);
    assertThat(run(answer("n1", ANA))).isEqualTo(new Reply.Done());
    assertThat(engine.run(answer("n1", ANA), NIGHT.plusSeconds(900))).isEqualTo(new Reply.Done());
  }

  @Test
  void aRefusalAfterTheAnswerDoesNotMeanThatNobodyWasTold() {
    run(given("n1", ANA, "key"));
    Notification sms = ((Reply.Claimed) run(new Command.Claim(1))).notifications().getFirst();
    run(new Command.Hand(sms.id(), sms.fence()));
    run(answer("n1", ANA));
    run(new Command.Settle(sms.id(), sms.fence(), new Outcome.Refused("too late"), "smpp"));
    assertThat(transactions.<List<AuditEntry>>read(s -> s.audit().about("n1", 100)))
        .extracting(e -> e.deed().action())
        .containsExactly("notice.given", "notice.answered", "notification.failed");
  }

  @Test
  void aSecondTestWithinTheMinuteIsRefused() {
    assertThat(run(new Command.SendTest(ANA))).isEqualTo(new Reply.Done());
    assertRefused(new Command.SendTest(ANA), NIGHT.plusSeconds(59), "test.too-soon");
    assertThat(engine.run(new Command.SendTest(ANA), NIGHT.plusSeconds(60)))
        .isEqualTo(new Reply.Done());
  }

  private void assertRefused(Command command, Instant at, String code) {
    assertThat(engine.run(command, at))
        .isInstanceOfSatisfying(
            Reply.Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  private Reply run(Command command) {
    return engine.run(command, NIGHT);
  }

  private int claimed() {
    return ((Reply.Claimed) run(new Command.Claim(100))).notifications().size();
  }

  private int audited() {
    return transactions.<Integer>read(s -> s.audit().after(0, 1_000).size());
  }

  private static Command answer(String notice, PersonId by) {
    return new Command.AnswerNotice(new NoticeId(notice), by.handle(), "web");
  }

  /// A wake test, of use for ten minutes.
  private static Command given(String id, PersonId person, String key) {
    return new Command.GiveNotice(
        new Notice(
            new NoticeId(id),
            person,
            Notice.Kind.WAKE_TEST,
            key,
            "Can you be woken?",
            List.of(),
            Optional.of(new Notice.Action.Answer("I am awake")),
            NIGHT,
            Optional.of(NIGHT.plusSeconds(600))));
  }
}
