package watchbill.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static watchbill.crew.Crew.NIGHT;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.alert.AlertDecision.Why;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Urgency;

class AlertsTest {
  private static final AlertKey KEY = AlertKey.of(new IntegrationId("prometheus"), "a");
  private static final Instant LONG_AGO = NIGHT.minus(Duration.ofDays(1));
  private static final Duration GRACE = Alerts.CLOSED_BY_PERSON_GRACE;
  private static final Duration MICRO = Duration.ofNanos(1_000);

  private static final KnownAlert OPEN = known(new AlertState.Open(), Severity.CRITICAL);
  private static final KnownAlert CALM = known(new AlertState.Open(), Severity.WARNING);

  private static final AlertReport.Firing SAME = firing("down", Severity.CRITICAL, LONG_AGO);
  private static final AlertReport.Firing WORDED = firing("gone", Severity.CRITICAL, LONG_AGO);
  private static final AlertReport.Firing CALMER = firing("down", Severity.INFO, LONG_AGO);
  private static final AlertReport ENDED = new AlertReport.Ended(KEY);
  private static final AlertReport TAKEN = new AlertReport.TakenCharge(KEY);

  static Stream<Arguments> decisions() {
    return Stream.of(
        row("a condition nobody knew of", null, SAME, new AlertDecision.Open(SAME)),
        row("the same again", OPEN, SAME, new AlertDecision.Refresh(OPEN, SAME, false)),
        row("the same in new words", OPEN, WORDED, new AlertDecision.Refresh(OPEN, WORDED, true)),
        row("the same, calmer", OPEN, CALMER, new AlertDecision.Refresh(OPEN, CALMER, true)),
        row("the same, urgent now", CALM, SAME, new AlertDecision.Rise(CALM, SAME)),
        row("the end", OPEN, ENDED, resolve(OPEN)),
        row("the end of nothing", null, ENDED, ignore(Why.NOTHING_OPEN)),
        row("the end of what a person closed", closed(MICRO), ENDED, ignore(Why.NOTHING_OPEN)),
        row("taken in the sending system", OPEN, TAKEN, new AlertDecision.TakeCharge(OPEN)),
        row("taken, but not open", null, TAKEN, ignore(Why.NOTHING_OPEN)),
        row("taken, but closed", closed(MICRO), TAKEN, ignore(Why.NOTHING_OPEN)));
  }

  static Stream<Arguments> afterAPersonClosedIt() {
    AlertReport.Firing anew = firing("down", Severity.CRITICAL, NIGHT);
    var ignored = ignore(Why.JUST_CLOSED_BY_A_PERSON);
    return Stream.of(
        row("at once", closed(Duration.ZERO), SAME, ignored),
        row("within the grace", closed(GRACE.minus(MICRO)), SAME, ignored),
        row("when the grace is over", closed(GRACE), SAME, new AlertDecision.Open(SAME)),
        row("begun anew", closed(GRACE.minus(MICRO)), anew, new AlertDecision.Open(anew)));
  }

  static Stream<Arguments> leases() {
    AlertReport.Firing future = leased(NIGHT.plus(MICRO));
    AlertReport.Firing now = leased(NIGHT);
    AlertReport.Firing past = leased(LONG_AGO);
    return Stream.of(
        row("an end to come is none", OPEN, future, new AlertDecision.Refresh(OPEN, future, false)),
        row("a lease on something new", null, future, new AlertDecision.Open(future)),
        row("a lease that ends now", OPEN, now, resolve(OPEN)),
        row("a lease that has ended", OPEN, past, resolve(OPEN)),
        row("over before it was heard of", null, past, ignore(Why.ALREADY_OVER)),
        row("over, and closed", closed(MICRO), past, ignore(Why.ALREADY_OVER)));
  }

  @ParameterizedTest
  @MethodSource({"decisions", "afterAPersonClosedIt", "leases"})
  void decides(Optional<KnownAlert> known, AlertReport report, AlertDecision expected) {
    assertThat(Alerts.decide(known, report, NIGHT)).isEqualTo(expected);
  }

  @Test
  void aLeaseRunsOutAtItsInstantAndNotBefore() {
    KnownAlert leased = knownUntil(Optional.of(NIGHT));
    assertThat(Alerts.onLeaseDue(leased, NIGHT.minus(MICRO))).isEmpty();
    assertThat(Alerts.onLeaseDue(leased, NIGHT))
        .contains(new AlertDecision.Resolve(leased, NIGHT, "lease"));
    assertThat(Alerts.onLeaseDue(knownUntil(Optional.empty()), NIGHT)).isEmpty();
    assertThat(Alerts.onLeaseDue(closed(MICRO), NIGHT)).isEmpty();
  }

  @Test
  void aKeyIsOfItsIntegrationAndCannotBeSpeltByAnother() {
    AlertKey key = AlertKey.of(new IntegrationId("ab"), "c");
    assertThat(AlertKey.of(new IntegrationId("a"), "bc")).isNotEqualTo(key);
    assertThat(AlertKey.ofBytes(key.bytes())).isEqualTo(key);
    var negative = new AlertKey(-1, 0);
    assertThat(negative).isGreaterThan(new AlertKey(1, 0));
  }

  @Test
  void aFingerprintTellsWhatIsNewsAndStaysTheSameInEveryProcess() {
    // A stored number: if this changes, every open alert has news on the day of the upgrade.
    assertThat(condition("down", Severity.CRITICAL).fingerprint()).isEqualTo(201687437);
    assertThat(condition("down", Severity.ERROR).fingerprint()).isNotEqualTo(201687437);
  }

  private static Arguments row(
      String name, KnownAlert known, AlertReport report, AlertDecision expected) {
    return Arguments.of(named(name, Optional.ofNullable(known)), report, expected);
  }

  private static AlertDecision ignore(Why why) {
    return new AlertDecision.Ignore(why);
  }

  private static AlertDecision resolve(KnownAlert alert) {
    return new AlertDecision.Resolve(alert, NIGHT, "source");
  }

  private static AlertReport.Firing firing(String summary, Severity severity, Instant startsAt) {
    return new AlertReport.Firing(
        KEY, "a", condition(summary, severity), startsAt, Optional.empty());
  }

  private static AlertReport.Firing leased(Instant until) {
    return new AlertReport.Firing(
        KEY, "a", condition("down", Severity.CRITICAL), LONG_AGO, Optional.of(until));
  }

  private static Condition condition(String summary, Severity severity) {
    return new Condition(summary, "web-1", severity, Map.of("job", "checkout"), Map.of());
  }

  private static KnownAlert known(AlertState state, Severity severity) {
    Urgency urgency = severity.urgency();
    int fingerprint = condition("down", severity).fingerprint();
    return new KnownAlert(
        new AlertId("a1"),
        KEY,
        Optional.of(new PageId("p1")),
        urgency,
        state,
        LONG_AGO,
        Optional.empty(),
        fingerprint);
  }

  private static KnownAlert knownUntil(Optional<Instant> lease) {
    return new KnownAlert(
        new AlertId("a1"),
        KEY,
        Optional.of(new PageId("p1")),
        Urgency.NOW,
        new AlertState.Open(),
        LONG_AGO,
        lease,
        0);
  }

  /// Closed by Ana this long ago.
  private static KnownAlert closed(Duration ago) {
    return known(new AlertState.Resolved(NIGHT.minus(ago), "ana"), Severity.CRITICAL);
  }
}
