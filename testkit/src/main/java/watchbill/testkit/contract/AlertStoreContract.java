package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.alert;
import static watchbill.testkit.contract.Samples.condition;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.key;
import static watchbill.testkit.contract.Samples.leased;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.pageId;
import static watchbill.testkit.contract.Samples.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertState;
import watchbill.alert.AlertStore;
import watchbill.alert.Condition;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.Urgency;

/// Alerts are kept in sets, and each key is held by one of them.
public interface AlertStoreContract extends AddedLabelsContract {
  PageId PAGE = pageId(1);
  PageId OTHER_PAGE = pageId(2);
  AlertState.Resolved BY_SOURCE = new AlertState.Resolved(minute(60), "source");
  AlertState.Resolved BY_LEASE = new AlertState.Resolved(minute(60), "lease");
  AlertState.Resolved BY_ANA = new AlertState.Resolved(minute(60), "ana");

  // What is kept.

  @Test
  default void givesBackAnAlertWordForWord() {
    List<Alert> alerts = new ArrayList<>();
    for (String text : Samples.TEXTS) {
      var odd =
          new Condition(
              text, text, Severity.ERROR, Map.of("label", text, text, "v"), Map.of(text, text));
      int number = alerts.size();
      alerts.add(
          Samples.with(alert(number, text + number, PAGE), odd, Optional.of(minute(number + 5))));
    }
    writes().open(alerts);
    for (Alert alert : alerts) {
      assertThat(found(alert)).isEqualTo(alert);
    }
    assertThat(reads().of(PAGE, 100)).isEqualTo(alerts);
  }

  @Test
  default void keepsEverySeverityAndEmptyLabels() {
    int number = 1;
    for (Severity severity : Severity.values()) {
      var bare = new Condition("down", "", severity, Map.of(), Map.of());
      Alert alert = Samples.with(alert(number++, severity.word(), PAGE), bare, Optional.empty());
      writes().open(List.of(alert));
      assertThat(found(alert)).isEqualTo(alert);
      assertThat(known(alert.key())).contains(Samples.known(alert));
    }
  }

  @Test
  default void keepsInstantsToTheMicrosecond() {
    for (Instant at : Samples.INSTANTS) {
      Alert plain = alert(Samples.INSTANTS.indexOf(at), "at " + at, PAGE);
      Alert alert =
          new Alert(
              plain.id(),
              plain.key(),
              plain.integration(),
              plain.service(),
              plain.deduplicationKey(),
              plain.condition(),
              plain.state(),
              plain.page(),
              plain.suppression(),
              at,
              at,
              at,
              Optional.of(at),
              7,
              plain.firstEvent(),
              plain.lastEvent());
      writes().open(List.of(alert));
      assertThat(found(alert)).isEqualTo(alert);
      assertThat(known(alert.key())).contains(Samples.known(alert));
    }
  }

  @Test
  default void findsNothingItDoesNotHave() {
    assertThat(reads().find(new AlertId(id(404)))).isEmpty();
    assertThat(known(key("nothing"))).isEmpty();
    assertThat(reads().known(List.of())).isEmpty();
    assertThat(reads().of(PAGE, 10)).isEmpty();
    write(store -> {
      store.open(List.of());
      store.refresh(List.of());
      store.resolve(List.of(), BY_SOURCE);
      store.move(List.of(), PAGE);
    });
  }

  @Test
  default void tellsApartKeysWhoseBitsAreSigned() {
    List<Alert> alerts = new ArrayList<>();
    for (long high : List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE)) {
      for (long low : List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)) {
        alerts.add(withKey(alert(alerts.size(), "k", PAGE), new AlertKey(high, low)));
      }
    }
    writes().open(alerts);
    Map<AlertKey, KnownAlert> known = reads().known(alerts.stream().map(Alert::key).toList());
    assertThat(known).hasSize(alerts.size());
    alerts.forEach(a -> assertThat(known).containsEntry(a.key(), Samples.known(a)));
  }

  @Test
  default void aStormOfManyThousandIsOneSet() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      alerts.add(alert(i, "storm " + i, PAGE));
    }
    writes().open(alerts);
    List<AlertKey> keys = alerts.stream().map(Alert::key).toList();
    Map<AlertKey, KnownAlert> known = reads().known(keys);
    assertThat(known).hasSize(alerts.size());
    writes()
        .refresh(
            known.values().stream()
                .map(k -> refresh(k, Optional.empty(), 2, Optional.empty()))
                .toList());
    assertThat(found(alerts.getLast()).reportCount()).isEqualTo(3);
    List<AlertId> ids = alerts.stream().map(Alert::id).toList();
    writes().move(ids, OTHER_PAGE);
    writes().resolve(ids, BY_SOURCE);
    assertThat(reads().known(keys)).isEmpty();
    assertThat(reads().openOf(OTHER_PAGE, 10)).isEmpty();
    assertThat(reads().of(OTHER_PAGE, 30_000)).hasSize(alerts.size());
  }

  // Who holds a key.

  @Test
  default void anOpenAlertHoldsItsKey() {
    Alert alert = leased(alert(1, "a", PAGE), minute(9));
    writes().open(List.of(alert, alert(2, "b", PAGE)));
    assertThat(known(key("a"))).contains(Samples.known(alert));
    Map<AlertKey, KnownAlert> both = reads().known(List.of(key("b"), key("a"), key("c")));
    assertThat(both).containsOnlyKeys(key("a"), key("b"));
  }

  @Test
  default void anAlertThatItsSourceEndedLetsItsKeyGo() {
    Alert alert = opened(alert(1, "a", PAGE));
    writes().resolve(List.of(alert.id()), BY_SOURCE);
    assertThat(known(key("a"))).isEmpty();
    assertThat(found(alert)).isEqualTo(standing(alert, BY_SOURCE));
  }

  @Test
  default void anAlertWhoseLeaseRanOutLetsItsKeyGo() {
    Alert alert = opened(alert(1, "a", PAGE));
    writes().resolve(List.of(alert.id()), BY_LEASE);
    assertThat(known(key("a"))).isEmpty();
    assertThat(found(alert)).isEqualTo(standing(alert, BY_LEASE));
  }

  @Test
  default void anAlertThatAPersonClosedHoldsItsKeyOn() {
    Alert alert = opened(alert(1, "a", PAGE));
    writes().resolve(List.of(alert.id()), BY_ANA);
    assertThat(known(key("a"))).contains(Samples.known(standing(alert, BY_ANA)));
  }

  @Test
  default void aNewAlertTakesTheKeyOfOneThatAPersonClosed() {
    Alert old = opened(alert(1, "a", PAGE));
    writes().resolve(List.of(old.id()), BY_ANA);
    Alert young = opened(alert(2, "a", OTHER_PAGE));
    assertThat(known(key("a"))).contains(Samples.known(young));
    assertThat(found(old)).isEqualTo(standing(old, BY_ANA));
  }

  @Test
  default void aKeyThatWasTakenDoesNotGoBack() {
    Alert old = opened(alert(1, "a", PAGE));
    writes().resolve(List.of(old.id()), BY_ANA);
    Alert young = opened(alert(2, "a", OTHER_PAGE));
    writes().resolve(List.of(young.id()), BY_SOURCE);
    assertThat(known(key("a"))).isEmpty();
  }

  @Test
  default void aKeyCanBeTakenAgainAndAgain() {
    for (int i = 1; i <= 5; i++) {
      Alert alert = opened(alert(i, "a", PAGE));
      assertThat(known(key("a"))).contains(Samples.known(alert));
      var how = i % 2 == 0 ? BY_ANA : BY_SOURCE;
      writes().resolve(List.of(alert.id()), how);
    }
    assertThat(reads().of(PAGE, 10)).hasSize(5);
  }

  @Test
  default void endsAndOpensTheSameKeyInOneTransaction() {
    Alert old = opened(alert(1, "a", PAGE));
    Alert young = alert(2, "a", OTHER_PAGE);
    write(store -> {
      store.resolve(List.of(old.id()), BY_SOURCE);
      store.open(List.of(young));
    });
    assertThat(known(key("a"))).contains(Samples.known(young));
  }

  @Test
  default void anAlertThatBeganAndEndedInOneBatchHoldsNoKey() {
    Alert brief = standing(alert(1, "a", PAGE), BY_SOURCE);
    Alert lasting = alert(2, "a", PAGE);
    Alert alone = standing(alert(3, "b", PAGE), BY_SOURCE);
    writes().open(List.of(brief, lasting, alone));
    assertThat(known(key("a"))).contains(Samples.known(lasting));
    assertThat(known(key("b"))).isEmpty();
    assertThat(found(brief)).isEqualTo(brief);
    assertThat(found(alone)).isEqualTo(alone);
    assertThat(reads().openOf(PAGE, 10)).containsExactly(Samples.known(lasting));
  }

  @Test
  default void whatIsOverStaysAsItEnded() {
    Alert alert = opened(alert(1, "a", PAGE));
    writes().resolve(List.of(alert.id()), BY_ANA);
    var later = new AlertState.Resolved(minute(90), "source");
    writes().resolve(List.of(alert.id()), later);
    assertThat(found(alert).state()).isEqualTo(BY_ANA);
    assertThat(known(key("a"))).contains(Samples.known(standing(alert, BY_ANA)));
  }

  // Reports of what is open already.

  @Test
  default void aResendAddsToTheCountAndChangesNoWords() {
    Alert alert = opened(alert(1, "a", PAGE));
    writes()
        .refresh(
            List.of(refresh(Samples.known(alert), Optional.of(minute(9)), 3, Optional.empty())));
    Alert now = found(alert);
    assertThat(now.reportCount()).isEqualTo(4);
    assertThat(now.condition()).isEqualTo(alert.condition());
    assertThat(now.lastSeenAt()).isEqualTo(minute(7));
    assertThat(now.lastEvent()).isEqualTo(new EventId(id(77)));
    assertThat(now.firstEvent()).isEqualTo(alert.firstEvent());
    assertThat(now.leaseUntil()).contains(minute(9));
    assertThat(known(key("a"))).contains(Samples.known(leased(alert, minute(9))));
  }

  @Test
  default void aResendWithNewsBringsItsWords() {
    Alert alert = opened(alert(1, "a", PAGE));
    Condition worse = condition("checkout is down, all of it", Severity.CRITICAL);
    writes()
        .refresh(List.of(refresh(Samples.known(alert), Optional.empty(), 1, Optional.of(worse))));
    assertThat(found(alert).condition()).isEqualTo(worse);
    assertThat(known(key("a")).orElseThrow().fingerprint()).isEqualTo(worse.fingerprint());
  }

  @Test
  default void someResendsOfASetMayHaveNewsAndOthersNone() {
    Alert first = opened(alert(1, "a", PAGE));
    Alert second = opened(alert(2, "b", PAGE));
    Condition worse = condition("worse", Severity.ERROR);
    writes()
        .refresh(
            List.of(
                refresh(Samples.known(first), Optional.of(minute(8)), 1, Optional.of(worse)),
                refresh(Samples.known(second), Optional.of(minute(9)), 5, Optional.empty())));
    assertThat(found(first).condition()).isEqualTo(worse);
    assertThat(found(second).condition()).isEqualTo(second.condition());
    assertThat(found(first).leaseUntil()).contains(minute(8));
    assertThat(found(second).leaseUntil()).contains(minute(9));
    assertThat(found(second).reportCount()).isEqualTo(6);
  }

  @Test
  default void itsWordsMayChangeWithoutAReport() {
    Alert alert = opened(alert(1, "a", PAGE));
    Condition worse = condition("all of it is down", Severity.CRITICAL);
    writes().reword(alert.id(), worse);
    Alert now = found(alert);
    assertThat(now.condition()).isEqualTo(worse);
    assertThat(now.reportCount()).isEqualTo(alert.reportCount());
    assertThat(now.lastEvent()).isEqualTo(alert.lastEvent());
    assertThat(known(key("a")).orElseThrow().fingerprint()).isEqualTo(worse.fingerprint());
  }

  @Test
  default void anAlertNeverGetsLessUrgentWhileItIsOpen() {
    Alert calm =
        opened(
            Samples.with(
                alert(1, "a", PAGE), condition("slow", Severity.WARNING), Optional.empty()));
    assertThat(known(key("a")).orElseThrow().urgency()).isEqualTo(Urgency.WORKING_HOURS);
    say(calm, condition("down", Severity.CRITICAL));
    assertThat(known(key("a")).orElseThrow().urgency()).isEqualTo(Urgency.NOW);
    say(calm, condition("slow", Severity.WARNING));
    assertThat(known(key("a")).orElseThrow().urgency()).isEqualTo(Urgency.NOW);
    assertThat(found(calm).condition().severity()).isEqualTo(Severity.WARNING);
  }

  // Leases.

  @Test
  default void findsWhoseLeaseHasRunOut() {
    Alert soon = opened(leased(alert(1, "a", PAGE), minute(10)));
    opened(leased(alert(2, "b", PAGE), minute(20)));
    opened(alert(3, "for ever", PAGE));
    assertThat(runOut(minute(10).minusNanos(1_000))).isEmpty();
    assertThat(runOut(minute(10))).containsExactly(soon);
    assertThat(runOut(minute(999))).hasSize(2);
    assertThat(reads().leasesRunOut(minute(999), 1)).hasSize(1);
  }

  @Test
  default void aLeaseMayBeExtendedShortenedAndLifted() {
    Alert alert = opened(leased(alert(1, "a", PAGE), minute(10)));
    lease(alert, Optional.of(minute(30)));
    assertThat(runOut(minute(20))).isEmpty();
    assertThat(runOut(minute(30))).hasSize(1);
    lease(alert, Optional.of(minute(15)));
    assertThat(runOut(minute(20))).hasSize(1);
    lease(alert, Optional.empty());
    assertThat(runOut(minute(999))).isEmpty();
    assertThat(found(alert).leaseUntil()).isEmpty();
  }

  @Test
  default void holdsLeasesThatWouldRunOutSoonAndLeavesTheOthers() {
    Alert soon = opened(leased(alert(1, "a", PAGE), minute(10)));
    Alert late = opened(leased(alert(2, "b", PAGE), minute(40)));
    Alert unleased = opened(alert(3, "c", PAGE));
    transactions()
        .write(stores -> {
          stores.alerts().holdLeases(minute(30));
          return true;
        });
    assertThat(found(soon).leaseUntil()).contains(minute(30));
    assertThat(found(late).leaseUntil()).contains(minute(40));
    assertThat(found(unleased).leaseUntil()).isEmpty();
    assertThat(runOut(minute(29))).isEmpty();
    assertThat(runOut(minute(30))).hasSize(1);
    assertThat(runOut(minute(40))).hasSize(2);
  }

  @Test
  default void theLeaseOfWhatIsOverNeverRunsOut() {
    Alert bySource = opened(leased(alert(1, "a", PAGE), minute(10)));
    Alert byAna = opened(leased(alert(2, "b", PAGE), minute(10)));
    write(store -> {
      store.resolve(List.of(bySource.id()), BY_SOURCE);
      store.resolve(List.of(byAna.id()), BY_ANA);
    });
    assertThat(runOut(minute(999))).isEmpty();
  }

  // Silent sources.

  @Test
  default void nobodyKnowsHowAQuietAlertStandsUntilItIsHeardOf() {
    Alert alert = opened(leased(alert(1, "a", PAGE), minute(10)));
    writes().goQuiet(List.of(alert.id()), minute(10), Optional.empty());
    Alert quiet = alert.quiet(minute(10), Optional.empty());
    assertThat(found(alert)).isEqualTo(quiet);
    assertThat(known(key("a"))).contains(Samples.known(quiet));
    assertThat(reads().openOf(PAGE, 10)).containsExactly(Samples.known(quiet));
    assertThat(runOut(minute(999))).isEmpty();
    lease(alert, Optional.of(minute(30)));
    assertThat(found(alert).state()).isEqualTo(new AlertState.Open());
    assertThat(runOut(minute(30))).hasSize(1);
  }

  @Test
  default void aQuietAlertMayHaveALeaseOfItsOwn() {
    Alert alert = opened(leased(alert(1, "a", PAGE), minute(10)));
    writes().goQuiet(List.of(alert.id()), minute(10), Optional.of(minute(60)));
    assertThat(runOut(minute(59))).isEmpty();
    assertThat(runOut(minute(60)))
        .containsExactly(alert.quiet(minute(10), Optional.of(minute(60))));
    writes().resolve(List.of(alert.id()), BY_LEASE);
    assertThat(found(alert).state()).isEqualTo(BY_LEASE);
  }

  // Pages.

  @Test
  default void showsWhatAPageCoversOldestFirst() {
    Alert third = alert(3, "c", PAGE);
    Alert first = alert(1, "a", PAGE);
    Alert second = alert(2, "b", PAGE);
    writes().open(List.of(third, first, second, alert(4, "d", OTHER_PAGE)));
    writes().resolve(List.of(second.id()), BY_SOURCE);
    assertThat(reads().of(PAGE, 10)).containsExactly(first, standing(second, BY_SOURCE), third);
    assertThat(reads().of(PAGE, 2)).hasSize(2);
    assertThat(reads().openOf(PAGE, 10))
        .containsExactly(Samples.known(first), Samples.known(third));
    assertThat(reads().openOf(PAGE, 1)).containsExactly(Samples.known(first));
  }

  @Test
  default void movesSomeAlertsToAnotherPage() {
    Alert stays = opened(alert(1, "a", PAGE));
    Alert goes = opened(alert(2, "b", PAGE));
    writes().move(List.of(goes.id()), OTHER_PAGE);
    assertThat(found(stays).page()).contains(PAGE);
    assertThat(found(goes).page()).contains(OTHER_PAGE);
    assertThat(known(key("b")).orElseThrow().page()).contains(OTHER_PAGE);
    assertThat(reads().openOf(PAGE, 10)).hasSize(1);
    assertThat(reads().openOf(OTHER_PAGE, 10)).hasSize(1);
  }

  // How the tests above say it.

  private Alert opened(Alert alert) {
    writes().open(List.of(alert));
    return alert;
  }

  private Alert found(Alert alert) {
    return reads().find(alert.id()).orElseThrow();
  }

  private Optional<KnownAlert> known(AlertKey key) {
    return Optional.ofNullable(reads().known(List.of(key)).get(key));
  }

  private List<Alert> runOut(Instant now) {
    return reads().leasesRunOut(now, 100);
  }

  private void lease(Alert alert, Optional<Instant> until) {
    KnownAlert known = known(alert.key()).orElseThrow();
    writes().refresh(List.of(refresh(known, until, 1, Optional.empty())));
  }

  private void say(Alert alert, Condition words) {
    KnownAlert known = known(alert.key()).orElseThrow();
    writes().refresh(List.of(refresh(known, Optional.empty(), 1, Optional.of(words))));
  }

  private static AlertStore.Refresh refresh(
      KnownAlert alert, Optional<Instant> leaseUntil, long count, Optional<Condition> news) {
    var event = new EventId(id(77));
    return new AlertStore.Refresh(
        alert, leaseUntil, minute(7), count, event, news, Optional.empty());
  }

  private static Alert withKey(Alert a, AlertKey key) {
    return new Alert(
        a.id(),
        key,
        a.integration(),
        a.service(),
        a.deduplicationKey(),
        a.condition(),
        a.state(),
        a.page(),
        a.suppression(),
        a.startsAt(),
        a.openedAt(),
        a.lastSeenAt(),
        a.leaseUntil(),
        a.reportCount(),
        a.firstEvent(),
        a.lastEvent());
  }
}
