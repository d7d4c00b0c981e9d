package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.contract.Samples.alert;
import static watchbill.testkit.contract.Samples.condition;
import static watchbill.testkit.contract.Samples.id;
import static watchbill.testkit.contract.Samples.minute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.AlertStore;
import watchbill.alert.Condition;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.alert.Severity;

/// The part of an [AlertStore] that is about labels that rules gave, and what stays as it is.
interface AddedLabelsContract extends SuppressionContract {
  Map<String, String> OWNER = Map.of("owner", "payments");
  Map<String, String> SITE = Map.of("site", "mad", "job", "\"quoted\", café");

  @Test
  default void keepsLabelsOfRulesBesideThoseOfTheSource() {
    Alert alert = kept(alert(1, "a", COVERED).labelled(SITE));
    assertThat(read(alert)).isEqualTo(alert);
    assertThat(read(alert).condition()).isEqualTo(alert(1, "a", COVERED).condition());
    assertThat(reads().of(COVERED, 10)).containsExactly(alert);
    assertThat(reads().allOpen(AlertStore.Place.FIRST, 10)).containsExactly(alert);
  }

  @Test
  default void aResendIsKnownByWhatItsSourceSentWhateverRulesAdd() {
    Alert plain = alert(1, "a", COVERED);
    kept(plain.labelled(SITE));
    assertThat(held(plain).fingerprint()).isEqualTo(plain.condition().fingerprint());
  }

  @Test
  default void newWordsLeaveLabelsOfRulesUnlessRulesWereAskedAnew() {
    Alert alert = kept(alert(1, "a", COVERED).labelled(OWNER));
    Condition worse = condition("worse", Severity.CRITICAL);
    heardAgain(alert, Optional.of(worse), Optional.empty());
    assertThat(read(alert).condition()).isEqualTo(worse);
    assertThat(read(alert).added()).isEqualTo(OWNER);
    heardAgain(alert, Optional.of(worse), Optional.of(SITE));
    assertThat(read(alert).added()).isEqualTo(SITE);
    heardAgain(alert, Optional.of(worse), Optional.of(Map.of()));
    assertThat(read(alert).added()).isEmpty();
    assertThat(read(alert).shown()).isEqualTo(worse);
  }

  @Test
  default void aResendWithoutNewsLeavesLabelsOfRules() {
    Alert alert = kept(alert(1, "a", COVERED).labelled(OWNER));
    heardAgain(alert, Optional.empty(), Optional.empty());
    assertThat(read(alert).added()).isEqualTo(OWNER);
  }

  @Test
  default void rewordingLeavesLabelsOfRules() {
    Alert alert = kept(alert(1, "a", COVERED).labelled(OWNER));
    writes().reword(alert.id(), condition("other", Severity.ERROR));
    assertThat(read(alert).added()).isEqualTo(OWNER);
    assertThat(read(alert).condition()).isEqualTo(condition("other", Severity.ERROR));
  }

  @Test
  default void labelsOfRulesMayChangeWithoutAReport() {
    Alert alert = kept(alert(1, "a", COVERED).labelled(OWNER));
    Alert other = kept(alert(2, "b", COVERED).labelled(OWNER));
    writes().label(alert.id(), SITE);
    assertThat(read(alert)).isEqualTo(alert.labelled(SITE));
    assertThat(read(other)).isEqualTo(other);
  }

  @Test
  default void anAlertIsFoundByTheLabelsItIsShownWith() {
    Map<String, String> sent = alert(1, "a", COVERED).condition().labels();
    String name = sent.keySet().iterator().next();
    Alert alert = kept(alert(1, "a", COVERED).labelled(Map.of("site", "mad", name, "by a rule")));
    assertThat(with(alert, Map.of("site", "mad"))).containsExactly(alert);
    assertThat(with(alert, Map.of(name, "by a rule"))).containsExactly(alert);
    assertThat(with(alert, Map.of(name, sent.get(name)))).isEmpty();
    assertThat(with(alert, Map.of("sit", "mad"))).isEmpty();
  }

  private List<Alert> with(Alert like, Map<String, String> labels) {
    return reads().openWith(like.integration(), labels, AlertStore.Place.FIRST, 10);
  }

  private void heardAgain(
      Alert alert, Optional<Condition> news, Optional<Map<String, String>> added) {
    var event = new EventId(id(77));
    writes()
        .refresh(
            List.of(
                new AlertStore.Refresh(
                    held(alert), Optional.empty(), minute(7), 1, event, news, added)));
  }

  private KnownAlert held(Alert alert) {
    return reads().known(List.of(alert.key())).values().iterator().next();
  }

  private Alert kept(Alert alert) {
    writes().open(List.of(alert));
    return alert;
  }

  private Alert read(Alert alert) {
    return reads().find(alert.id()).orElseThrow();
  }
}
