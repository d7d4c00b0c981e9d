package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.alert;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;
import static watchbill.testkit.contract.Samples.pageId;
import static watchbill.testkit.contract.Samples.standing;

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
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.SilenceId;
import watchbill.alert.Suppression;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Stores;

/// The part of an [AlertStore] that is about alerts without a page.
interface SuppressionContract extends StoreContract<AlertStore> {
  PageId COVERED = pageId(1);
  PageId COVERED_LATER = pageId(2);
  AlertState.Resolved ENDED = new AlertState.Resolved(minute(60), "source");

  @Override
  default Class<AlertStore> port() {
    return AlertStore.class;
  }

  @Override
  default AlertStore storeIn(Stores stores) {
    return stores.alerts();
  }

  static List<Suppression> everySuppression() {
    return List.of(
        new Suppression.Silenced(new SilenceId(id(70)), minute(70)),
        new Suppression.Inhibited(new AlertId(id(71))),
        new Suppression.InMaintenance("night work", minute(72)),
        new Suppression.Flapping(3, minute(73)),
        new Suppression.ByRule("noise"));
  }

  @Test
  default void keepsAnAlertWithoutAPageWithItsReason() {
    int number = 1;
    for (Suppression why : everySuppression()) {
      Alert alert = opened(alert(number, "k" + number++, COVERED).suppressed(why));
      assertThat(found(alert)).isEqualTo(alert);
      assertThat(known(alert.key())).contains(Samples.known(alert));
      assertThat(known(alert.key()).orElseThrow().page()).isEmpty();
    }
    assertThat(reads().of(COVERED, 10)).isEmpty();
    assertThat(reads().openOf(COVERED, 10)).isEmpty();
  }

  @Test
  default void takesAlertsOutOfTheirPageAndPutsThemBack() {
    int number = 1;
    for (Suppression why : everySuppression()) {
      Alert alert = opened(alert(number, "k" + number++, COVERED));
      writes().suppress(List.of(alert.id()), why);
      assertThat(found(alert)).isEqualTo(alert.suppressed(why));
      assertThat(reads().suppressed(why.cause(), why.subject(), 10))
          .containsExactly(alert.suppressed(why));
      writes().move(List.of(alert.id()), COVERED_LATER);
      assertThat(found(alert)).isEqualTo(alert.movedTo(COVERED_LATER));
      assertThat(reads().suppressed(why.cause(), why.subject(), 10)).isEmpty();
    }
    assertThat(reads().toExamine(minute(999), 10)).isEmpty();
  }

  @Test
  default void findsWhatMustBeLookedAtAgainThoseDueLongestFirst() {
    Alert late = opened(alert(1, "a", COVERED).suppressed(silenced(70, 30)));
    Alert soon = opened(alert(2, "b", COVERED).suppressed(silenced(71, 20)));
    opened(alert(3, "c", COVERED).suppressed(new Suppression.ByRule("noise")));
    opened(alert(4, "d", COVERED));
    assertThat(reads().toExamine(minute(20).minusNanos(1_000), 10)).isEmpty();
    assertThat(reads().toExamine(minute(20), 10)).containsExactly(soon);
    assertThat(reads().toExamine(minute(99), 10)).containsExactly(soon, late);
    assertThat(reads().toExamine(minute(99), 1)).containsExactly(soon);
  }

  @Test
  default void whatSuppressesMayEndSoonerOrLater() {
    Suppression.Silenced why = silenced(70, 30);
    Alert alert = opened(alert(1, "a", COVERED).suppressed(why));
    Alert other = opened(alert(2, "b", COVERED).suppressed(silenced(71, 30)));
    writes().examine(Suppression.Cause.SILENCE, why.subject(), minute(5));
    assertThat(reads().toExamine(minute(5), 10)).containsExactly(alert.suppressed(silenced(70, 5)));
    writes().examine(Suppression.Cause.SILENCE, why.subject(), minute(60));
    assertThat(reads().toExamine(minute(59), 10)).containsExactly(other);
    var explained = new Suppression.Inhibited(other.id());
    Alert third = opened(alert(3, "c", COVERED).suppressed(explained));
    assertThat(reads().toExamine(minute(59), 10)).doesNotContain(third);
    writes().examine(Suppression.Cause.INHIBITION, other.id().value(), minute(7));
    assertThat(reads().toExamine(minute(7), 10)).containsExactly(third);
  }

  @Test
  default void theEndOfASourceBringsItsTargetsBack() {
    Alert source = opened(alert(1, "a", COVERED));
    Alert other = opened(alert(2, "b", COVERED));
    Alert target =
        opened(alert(3, "c", COVERED).suppressed(new Suppression.Inhibited(source.id())));
    writes().resolve(List.of(other.id()), ENDED);
    assertThat(reads().toExamine(minute(999), 10)).isEmpty();
    writes().resolve(List.of(source.id()), ENDED);
    assertThat(reads().toExamine(ENDED.at(), 10)).containsExactly(target);
  }

  @Test
  default void everythingWithoutAPageMayBeLookedAtAgain() {
    opened(alert(1, "a", COVERED));
    Alert ruled = opened(alert(2, "b", COVERED).suppressed(new Suppression.ByRule("noise")));
    Alert muted = opened(alert(3, "c", COVERED).suppressed(silenced(70, 30)));
    writes().examineAll(minute(5));
    assertThat(reads().toExamine(minute(4), 10)).isEmpty();
    assertThat(reads().toExamine(minute(5), 10)).containsExactlyInAnyOrder(ruled, muted);
    assertThat(reads().withoutPage(10)).containsExactly(ruled, muted);
    assertThat(reads().withoutPage(1)).containsExactly(ruled);
  }

  @Test
  default void whatIsOverIsNeverLookedAtAgainButKeepsItsReason() {
    Suppression why = silenced(70, 30);
    Alert alert = opened(alert(1, "a", COVERED).suppressed(why));
    writes().resolve(List.of(alert.id()), ENDED);
    assertThat(reads().toExamine(minute(999), 10)).isEmpty();
    assertThat(reads().suppressed(Suppression.Cause.SILENCE, why.subject(), 10)).isEmpty();
    assertThat(found(alert).suppression().map(Suppression::cause))
        .contains(Suppression.Cause.SILENCE);
    writes().suppress(List.of(alert.id()), new Suppression.ByRule("noise"));
    assertThat(found(alert).suppression().map(Suppression::cause))
        .contains(Suppression.Cause.SILENCE);
  }

  @Test
  default void walksOverOpenAlertsThatHaveAPage() {
    Alert c = opened(alert(3, "c", COVERED));
    Alert a = opened(alert(1, "a", COVERED_LATER));
    Alert b = opened(alert(2, "b", COVERED));
    opened(alert(4, "d", COVERED).suppressed(silenced(70, 30)));
    opened(standing(alert(5, "e", COVERED), ENDED));
    assertThat(reads().openAfter(Optional.empty(), 10)).containsExactly(b, c, a);
    assertThat(reads().openAfter(Optional.empty(), 2)).containsExactly(b, c);
    var after = new AlertStore.Place(COVERED, c.id());
    assertThat(reads().openAfter(Optional.of(after), 10)).containsExactly(a);
  }

  @Test
  default void walksOverAllOpenAlertsThoseWithoutAPageFirst() {
    Alert c = opened(alert(3, "c", COVERED));
    Alert d = opened(alert(4, "d", COVERED).suppressed(silenced(70, 30)));
    Alert e = opened(alert(5, "e", COVERED).suppressed(new Suppression.ByRule("noise")));
    opened(standing(alert(6, "f", COVERED), ENDED));
    assertThat(reads().allOpen(AlertStore.Place.FIRST, 10)).containsExactly(d, e, c);
    assertThat(reads().allOpen(AlertStore.Place.ofAny(d), 1)).containsExactly(e);
    assertThat(reads().allOpen(AlertStore.Place.ofAny(e), 1)).containsExactly(c);
    assertThat(reads().allOpen(AlertStore.Place.ofAny(c), 1)).isEmpty();
  }

  @Test
  default void findsOpenAlertsByTheirLabelsToTheLetter() {
    Alert plain = opened(labelled(1, Map.of("job", "node", "env", "prod")));
    Alert odd = opened(labelled(2, Map.of("job", "no\"de\\, \"env\":\"prod\"", "%", "_")));
    opened(labelled(3, Map.of("job", "NODE")));
    opened(labelled(4, Map.of("jobs", "node", "the job", "node")));
    opened(standing(labelled(5, Map.of("job", "node", "env", "prod")), ENDED));
    assertThat(with(Map.of("job", "node"))).containsExactly(plain);
    assertThat(with(Map.of("env", "prod", "job", "node"))).containsExactly(plain);
    assertThat(with(Map.of("env", "prod"))).containsExactly(plain);
    assertThat(with(Map.of("env", "pro"))).isEmpty();
    assertThat(with(Map.of("%", "_"))).containsExactly(odd);
    assertThat(with(Map.of("job", "no\"de\\, \"env\":\"prod\""))).containsExactly(odd);
    assertThat(with(Map.of())).hasSize(4);
    var other = new IntegrationId("other");
    assertThat(reads().openWith(other, Map.of(), AlertStore.Place.FIRST, 10)).isEmpty();
  }

  @Test
  default void walksOverWhatItFindsByLabels() {
    Alert a = opened(labelled(1, Map.of("job", "node")));
    opened(labelled(2, Map.of("job", "other")));
    Alert c = opened(labelled(3, Map.of("job", "node")));
    var job = Map.of("job", "node");
    assertThat(reads().openWith(a.integration(), job, AlertStore.Place.FIRST, 1))
        .containsExactly(a);
    assertThat(reads().openWith(a.integration(), job, AlertStore.Place.ofAny(a), 1))
        .containsExactly(c);
  }

  private List<Alert> with(Map<String, String> labels) {
    var of = alert(1, "a", COVERED).integration();
    return reads().openWith(of, labels, AlertStore.Place.FIRST, 10);
  }

  private static Alert labelled(long number, Map<String, String> labels) {
    Alert alert = alert(number, "k" + number, COVERED);
    Condition said = alert.condition();
    var condition =
        new Condition(said.summary(), said.source(), said.severity(), labels, said.details());
    return alert.reportedAgain(
        condition, alert.leaseUntil(), alert.lastSeenAt(), 1, alert.lastEvent());
  }

  private static Suppression.Silenced silenced(long silence, long until) {
    return new Suppression.Silenced(new SilenceId(id(silence)), minute(until));
  }

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
}
