package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.RoutingDesk.labelled;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Alert;
import watchbill.alert.Severity;
import watchbill.noise.NoiseRow;
import watchbill.noise.Origin;
import watchbill.silence.Silence;
import watchbill.testkit.RoutingDesk;
import watchbill.testkit.World;

/// A label that a rule adds is kept on the alert, beside what its source sent.
class AddedLabelsTest {
  private static final String DOWN = "checkout is down";
  private static final String SLOW = "checkout is slow";
  private static final Map<String, String> STAGING = Map.of("env", "staging");

  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void theAlertHasTheLabelsOfItsSourceAndOfRules() {
    world
        .routing()
        .ruleThatGoesOn("site", _ -> true, labelled("site", "mad"))
        .always("owner", labelled("owner", "payments"))
        .report(DOWN, Severity.CRITICAL, STAGING);
    world.phone("ana").expectSms(DOWN).acknowledges();
    Alert alert = world.routing().alert(DOWN);
    assertThat(alert.shown().labels())
        .isEqualTo(Map.of("env", "staging", "site", "mad", "owner", "payments"));
    assertThat(alert.condition().labels()).isEqualTo(STAGING);
  }

  @Test
  void theRuleWinsOverWhatTheSourceSent() {
    world.routing().always("env", labelled("env", "test")).report(DOWN, Severity.CRITICAL, STAGING);
    world.phone("ana").expectSms(DOWN).acknowledges();
    assertThat(world.routing().alert(DOWN).shown().labels()).isEqualTo(Map.of("env", "test"));
    world.silences().mute("cho", "10 min", "as the source called it", "env=staging");
    assertThat(world.rules().heldBack()).isEmpty();
    world.silences().mute("cho", "10 min", "as the rule calls it", "env=test");
    assertThat(world.rules().heldBack()).hasSize(1);
  }

  @Test
  void aSilenceOfAnAddedLabelMutesWhatComes() {
    world.silences().mute("cho", "4 h", "we are moving it", "owner=payments");
    world
        .routing()
        .always("owner", labelled("owner", "payments"))
        .report(DOWN, Severity.CRITICAL, Map.of());
    world.fastForward("1 h");
    assertThat(world.pages()).isEmpty();
  }

  @Test
  void aSilenceOfAnAddedLabelTakesWhatIsOpenOutOfItsPage() {
    world
        .routing()
        .always("owner", labelled("owner", "payments"))
        .report(DOWN, Severity.CRITICAL, Map.of());
    world.phone("ana").expectSms(DOWN);
    Silence silence = world.silences().mute("cho", "4 h", "known", "owner=payments");
    assertThat(world.page().escalation().isResolved()).isTrue();
    assertThat(world.silences().muted(silence)).containsExactly(DOWN);
  }

  @Test
  void anAddedLabelMakesOneAlertTheReasonForAnother() {
    world.rules().inhibits("scope=site", "scope=host", "site");
    world
        .routing()
        .ruleThatGoesOn("site", _ -> true, labelled("site", "mad"))
        .rule("power", f -> f.condition().summary().contains("power"), labelled("scope", "site"))
        .always("host", labelled("scope", "host"));
    world.report("power is lost");
    world.phone("ana").expectSms("power is lost").acknowledges();
    world.report("host 1 is down").fastForward("1 h");
    assertThat(world.rules().heldBack()).hasSize(1).allMatch(l -> l.contains("inhibited by alert"));
    world.reportEnd("power is lost");
    world.phone("ana").expectSms("[page 2] host 1 is down").acknowledges();
  }

  @Test
  void theReasonGoesFirstAlsoWhenOnlyARuleSaysThatItIsOne() {
    world.rules().inhibits("scope=site", "scope=host");
    world
        .routing()
        .rule("power", f -> f.condition().summary().contains("power"), labelled("scope", "site"))
        .always("host", labelled("scope", "host"));
    world.reportOf(Map.of(), "host 1 is down", "power is lost", "host 2 is down");
    world.phone("ana").expectSms("power is lost").acknowledges();
    assertThat(world.rules().heldBack()).hasSize(2);
    world.reportEnd("host 1 is down").reportEnd("host 2 is down");
  }

  @Test
  void aResendAndAnEndFindTheAlertByWhatItsSourceSent() {
    RoutingDesk routing = world.routing().always("env", labelled("env", "test"));
    routing.report(DOWN, Severity.CRITICAL, STAGING).report(DOWN, Severity.CRITICAL, STAGING);
    world.phone("ana").expectSms(DOWN).acknowledges();
    assertThat(routing.alert(DOWN).reportCount()).isEqualTo(2);
    assertThat(routing.alert(DOWN).shown().labels()).isEqualTo(Map.of("env", "test"));
    world.reportEnd(DOWN);
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void aResendLeavesTheLabelsWhenRulesWereEditedSince() {
    RoutingDesk routing = world.routing().always("owner", labelled("owner", "payments"));
    routing.report(DOWN, Severity.CRITICAL, STAGING);
    world.phone("ana").expectSms(DOWN).acknowledges();
    routing.noRules().report(DOWN, Severity.CRITICAL, STAGING);
    assertThat(routing.alert(DOWN).shown().labels()).containsEntry("owner", "payments");
    routing.report(DOWN, Severity.CRITICAL, Map.of("env", "staging", "zone", "b"));
    assertThat(routing.alert(DOWN).shown().labels())
        .isEqualTo(Map.of("env", "staging", "zone", "b", "owner", "payments"));
  }

  @Test
  void whatGetsWorseGoesThroughTheRulesAnew() {
    RoutingDesk routing = world.routing().always("owner", labelled("owner", "payments"));
    routing.report(SLOW, Severity.WARNING, STAGING);
    world.phone("ana").expectEmail(SLOW).acknowledges();
    routing.noRules().always("scope", labelled("scope", "site"));
    world.rules().inhibits("scope=site", "host=h1");
    routing.report(SLOW, Severity.CRITICAL, STAGING);
    world.phone("ana").expectSms(SLOW).acknowledges();
    assertThat(routing.alert(SLOW).added()).isEqualTo(Map.of("scope", "site"));
    routing.noRules().reportHosts(1, 1);
    assertThat(world.rules().heldBack()).hasSize(1);
  }

  @Test
  void whatIsLookedAtAgainHasTheLabelsOfTheRulesOfThen() {
    RoutingDesk routing = world.routing().always("owner", labelled("owner", "payments"));
    world.silences().mute("cho", "1 d", "known", "owner=payments");
    routing.report(DOWN, Severity.CRITICAL, STAGING).noRules();
    world.rules().inhibitsNothing();
    world.phone("ana").expectSms(DOWN).acknowledges();
    assertThat(routing.alert(DOWN).shown().labels()).isEqualTo(STAGING);
  }

  @Test
  void anAlertIsNeverItsOwnReasonHoweverRulesCalledItBefore() {
    world.rules().inhibits("scope=site", "kind=host");
    world.silences().mute("cho", "1 h", "known", "env=staging");
    RoutingDesk routing = world.routing().always("site", labelled("scope", "site"));
    routing.report(DOWN, Severity.CRITICAL, STAGING);
    routing
        .noRules()
        .ruleThatGoesOn("site", _ -> true, labelled("scope", "site"))
        .always("host", labelled("kind", "host"));
    world.fastForward("1 h");
    world.phone("cho").expectEmail("Your silence");
    world.phone("ana").expectSms(DOWN).acknowledges();
  }

  @Test
  void theNoiseReportSeesThem() {
    world
        .routing()
        .always("name", labelled(Origin.LABEL, "Disk"))
        .report(DOWN, Severity.CRITICAL, Map.of());
    world.phone("ana").expectSms(DOWN).acknowledges();
    assertThat(world.noise().rows(NoiseRow.By.ORIGIN))
        .extracting(NoiseRow::name)
        .containsExactly("checkout: Disk, from prometheus");
  }
}
