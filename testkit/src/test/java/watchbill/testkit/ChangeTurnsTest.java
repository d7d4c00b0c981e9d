package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.Cast.CHECKOUT;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.audit.AuditEntry;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.change.Change;
import watchbill.change.ChangeReport;
import watchbill.change.ChangeStore;
import watchbill.engine.Command;
import watchbill.engine.Engine;
import watchbill.engine.Handing;
import watchbill.engine.Reply;
import watchbill.engine.Transactions;
import watchbill.engine.WhatChanged;
import watchbill.escalation.Page;
import watchbill.notification.Notification;
import watchbill.testkit.memory.MemoryTransactions;

/// Changes come in with their message, are shown with pages that follow soon, and are forgotten.
class ChangeTurnsTest {
  private final Transactions transactions = new MemoryTransactions();
  private final Declared declared = new Declared();
  private final Engine engine =
      new Engine(transactions, declared::configuration, new SequentialIds());

  @Test
  void aChangeIsKeptWithItsMessageAndAudited() {
    run(NIGHT, told(change("Deploy v41", NIGHT.minusSeconds(60), Map.of("link", "https://x"))));
    Change kept = changes().getFirst();
    assertThat(kept.summary()).isEqualTo("Deploy v41");
    assertThat(kept.service()).isEqualTo(CHECKOUT);
    assertThat(kept.integration()).isEqualTo(PROMETHEUS);
    assertThat(kept.at()).isEqualTo(NIGHT.minusSeconds(60));
    assertThat(kept.receivedAt()).isEqualTo(NIGHT);
    List<AuditEntry> told = transactions.read(s -> s.audit().about("checkout", 10));
    assertThat(told)
        .extracting(e -> e.deed().action() + ": " + e.deed().said())
        .containsExactly("change.told: Deploy v41");
  }

  @Test
  void oneThatIsToldAgainByItsIdIsListedOnce() {
    Map<String, String> id = Map.of(Change.SENDER_ID, "deployment/41");
    run(NIGHT, told(change("begins", NIGHT.minusSeconds(60), id)));
    run(NIGHT.plusSeconds(9), told(change("done", NIGHT.plusSeconds(5), id)));
    assertThat(changes()).extracting(Change::summary).containsExactly("done");
  }

  @Test
  void aClockThatIsWrongCountsFromNow() {
    run(NIGHT, told(change("tomorrow", NIGHT.plusSeconds(86_400), Map.of())));
    run(NIGHT, told(change("1970", Instant.EPOCH, Map.of())));
    assertThat(changes()).extracting(Change::at).containsOnly(NIGHT);
  }

  @Test
  void aChangeWakesNobody() {
    run(NIGHT, told(change("Deploy v41", NIGHT, Map.of())));
    List<Page> pages = transactions.read(s -> s.pages().open(10));
    assertThat(pages).isEmpty();
  }

  @Test
  void whatChangedShortlyBeforeIsToldWithThePage() {
    run(NIGHT, told(change("long ago", NIGHT.minusSeconds(7_201), Map.of())));
    run(NIGHT, told(change("Deploy v40", NIGHT.minusSeconds(3_000), Map.of())));
    run(NIGHT, told(change("Deploy v41", NIGHT.minusSeconds(240), Map.of())));
    run(NIGHT, new Command.TellChange(new ServiceId("ledger"), change("?", NIGHT, Map.of()), "x"));
    run(NIGHT, down());
    run(NIGHT.plusSeconds(10), told(change("too late", NIGHT.plusSeconds(5), Map.of())));
    Page page = transactions.read(s -> s.pages().open(1)).getFirst();
    List<Change> before =
        transactions.read(s -> WhatChanged.before(page, declared.configuration().catalog(), s, 10));
    assertThat(before).extracting(Change::summary).containsExactly("Deploy v41", "Deploy v40");
    assertThat(handed().around().changed()).contains("4 min before: Deploy v41 (and 1 more)");
  }

  @Test
  void whatChangedInWhatTheServiceDependsOnCounts() {
    var ledger = new ServiceId("ledger");
    var database = new ServiceId("database");
    var catalog =
        new Catalog(
            List.of(),
            List.of(Cast.payments()),
            List.of(
                service(CHECKOUT, ledger), service(ledger, database), service(database, CHECKOUT)),
            List.of());
    run(NIGHT, toldOf(database, change("Database upgraded", NIGHT.minusSeconds(60), Map.of())));
    run(NIGHT, toldOf(new ServiceId("mail"), change("of no concern", NIGHT, Map.of())));
    run(NIGHT, down());
    Page page = transactions.read(s -> s.pages().open(1)).getFirst();
    List<Change> before = transactions.read(s -> WhatChanged.before(page, catalog, s, 10));
    assertThat(before).extracting(Change::summary).containsExactly("Database upgraded");
  }

  private static Service service(ServiceId id, ServiceId needed) {
    return new Service(id, Cast.PAYMENTS, "payments", 1, Optional.empty(), List.of(needed));
  }

  private static Command toldOf(ServiceId service, ChangeReport change) {
    var from = new IntegrationId("deploys-of-" + service.handle());
    var integration = new Integration(from, IntegrationKind.GITHUB, "", service);
    return new Command.Receive(integration, "", "{}", List.of(), List.of(change));
  }

  @Test
  void aPersonTellsOfAChangeByHand() {
    Reply reply =
        run(NIGHT, new Command.TellChange(CHECKOUT, change("flag on", NIGHT, Map.of()), "ana"));
    assertThat(reply).isEqualTo(new Reply.Made(changes().getFirst().id().value()));
    assertThat(changes().getFirst().integration().handle()).isEqualTo("ana");
    Reply no = run(NIGHT, new Command.TellChange(new ServiceId("x"), flag(), "ana"));
    assertThat(((Reply.Refused) no).refusal().code()).isEqualTo("service.unknown");
  }

  @Test
  void aChangeIsForgottenAfterNinetyDaysInSmallSteps() {
    for (int i = 0; i < 5; i++) {
      run(NIGHT, told(change("v" + i, NIGHT.plusSeconds(-i), Map.of())));
    }
    run(NIGHT.plus(Duration.ofDays(90)), new Command.Tick(2));
    assertThat(changes()).hasSize(3);
    Reply more = run(NIGHT.plus(Duration.ofDays(91)), new Command.Tick(2));
    assertThat(((Reply.Ticked) more).more()).isTrue();
    Reply last = run(NIGHT.plus(Duration.ofDays(91)), new Command.Tick(2));
    assertThat(((Reply.Ticked) last).more()).isFalse();
    assertThat(changes()).isEmpty();
  }

  private Handing.OfPage handed() {
    Instant soon = NIGHT.plusSeconds(1);
    Notification first =
        ((Reply.Claimed) engine.run(new Command.Claim(1), soon)).notifications().getFirst();
    var hand = new Command.Hand(first.id(), first.fence());
    return (Handing.OfPage) ((Reply.HandNow) engine.run(hand, soon)).handing().orElseThrow();
  }

  private List<Change> changes() {
    var ever = new ChangeStore.Window(Instant.EPOCH, NIGHT.plusSeconds(100_000));
    return transactions.read(s -> s.changes().all(ever, 100));
  }

  private Reply run(Instant now, Command command) {
    return engine.run(command, now);
  }

  private static Command told(ChangeReport... changes) {
    return new Command.Receive(Declared.PROMETHEUS, "", "{}", List.of(), List.of(changes));
  }

  private static ChangeReport flag() {
    return change("flag", NIGHT, Map.of());
  }

  private static ChangeReport change(String summary, Instant at, Map<String, String> details) {
    return new ChangeReport(summary, "pipeline", at, details);
  }

  private static Command down() {
    var condition = new Condition("down", "", Severity.CRITICAL, Map.of(), Map.of());
    var firing =
        new AlertReport.Firing(
            AlertKey.of(PROMETHEUS, "a"), "a", condition, NIGHT, Optional.empty());
    return new Command.Receive(Declared.PROMETHEUS, "{}", List.of(firing));
  }
}
