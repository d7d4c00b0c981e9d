package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.silence.Silence;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// What somebody mutes wakes nobody, and pages as soon as nothing mutes it any more.
class SilenceTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void whatIsMutedWakesNobodyAndIsRemembered() {
    Silence silence = world.silences().mute("cho", "20 min", "we are moving it", "job=checkout");
    world.report("checkout is down").fastForward("10 min");
    assertThat(world.pages()).isEmpty();
    assertThat(world.silences().muted(silence)).containsExactly("checkout is down");
    world.reportEnd("checkout is down");
    world.phone("cho").expectSilence();
    world.fastForward("5 min");
    world.phone("cho").expectEmail("Your silence", "we are moving it", "1 alert: checkout is down");
    world.fastForward("1 d");
    assertThat(world.pages()).isEmpty();
  }

  @Test
  void whatStillFiresWhenASilenceEndsPagesAtOnce() {
    world.silences().mute("cho", "1 h", "we are moving it", "job=checkout");
    world.report("checkout is down").fastForward("50 min");
    world.phone("cho").expectEmail();
    world.fastForward("10 min");
    world.phone("ana").expectSms("[page 1] checkout is down").acknowledges();
    assertThat(world.timeline()).anyMatch(line -> line.contains("1 alert still fires"));
  }

  @Test
  void whatStillFiresWhenSomebodyEndsASilencePagesAtOnce() {
    Silence silence = world.silences().mute("cho", "1 d", "we are moving it", "job=checkout");
    world.report("checkout is down").report("payments are lost").fastForward("10 min");
    world.silences().expire(silence, "cho");
    world.phone("ana").expectSms("[page 1]", "Alerts: 2 open on this page").acknowledges();
  }

  @Test
  void aNewSilenceTakesOpenAlertsOutOfTheirPages() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.silences().mute("cho", "30 min", "known, being mended", "job=~check.*");
    assertThat(world.page().escalation().isResolved()).isTrue();
    assertThat(world.timeline())
        .anyMatch(line ->
            line.contains("silenced by Cho until Mon 6 Jan 03:30 UTC: known, being mended"));
    world.fastForward("29 min");
    world.phone("cho").expectEmail("Your silence");
    world.phone("ben").expectSilence();
    world.fastForward("1 min");
    world.phone("ana").expectSms("[page 2] checkout is down").acknowledges();
  }

  @Test
  void aPageKeepsWhatTheSilenceDoesNotMatch() {
    world.report("checkout is down").report("payments are lost");
    world.phone("ana").expectSms();
    world.silences().mute("cho", "1 h", "known", "watchbill_summary=payments are lost");
    assertThat(world.page().openAlertCount()).isEqualTo(1);
    world.phone("ana").acknowledges();
    world.reportEnd("checkout is down");
    assertThat(world.page().escalation().isResolved()).isTrue();
    world.reportEnd("payments are lost");
    world.fastForward("50 min");
    world.phone("cho").expectEmail("payments are lost");
  }

  @Test
  void aSilenceThatIsPlannedBeginsByItself() {
    world.silences().muteIn("20 min", "cho", "1 h", "job=checkout");
    world.report("checkout is down");
    world.phone("ana").expectSms().acknowledges();
    world.fastForward("19 min");
    assertThat(world.page().escalation().isResolved()).isFalse();
    world.fastForward("1 min");
    assertThat(world.page().escalation().isResolved()).isTrue();
    world.reportEnd("checkout is down").fastForward("50 min");
    world.phone("cho").expectEmail("Your silence");
  }

  @Test
  void anAlertThatAnotherSilenceStillMutesGoesOnMuted() {
    world.silences().mute("cho", "20 min", "one", "job=checkout");
    world.report("checkout is down");
    world.silences().mute("ben", "40 min", "two", "watchbill_service=checkout");
    world.fastForward("35 min");
    world.phone("cho").expectEmail();
    world.phone("ben").expectEmail("1 alert: checkout is down");
    assertThat(world.pages()).isEmpty();
    world.fastForward("5 min");
    world.phone("ana").expectSms().acknowledges();
  }

  @Test
  void aLongerSilenceMutesLonger() {
    Silence silence = world.silences().mute("cho", "20 min", "one", "job=checkout");
    world.report("checkout is down").fastForward("10 min");
    world.silences().prolong(silence, "20 min");
    world.fastForward("19 min");
    world.phone("cho").expectEmail();
    assertThat(world.pages()).isEmpty();
    world.fastForward("1 min");
    world.phone("ana").expectSms().acknowledges();
  }

  @Test
  void aWarningThatBecomesCriticalStaysMuted() {
    Silence silence = world.silences().mute("cho", "1 d", "one", "job=checkout");
    world.report("checkout is slow", Severity.WARNING);
    world.report("checkout is slow", Severity.CRITICAL).fastForward("1 h");
    assertThat(world.pages()).isEmpty();
    world.silences().expire(silence, "cho");
    world.phone("ana").expectSms("checkout is slow").acknowledges();
  }

  @Test
  void whatASilenceOnWarningsMutesPagesWhenItGetsWorse() {
    world.silences().mute("cho", "30 min", "one", "watchbill_severity=warning");
    world.report("checkout is slow", Severity.WARNING).fastForward("10 min");
    world.report("checkout is slow", Severity.CRITICAL);
    world.phone("ana").expectSms("checkout is slow").acknowledges();
    world.fastForward("20 min");
    world.phone("cho").expectEmail();
  }

  @Test
  void aStormThatIsMutedWakesNobodyAndPagesOnceAfterwards() {
    world.storm(3_000);
    world.phone("ana").expectSms();
    Silence silence = world.silences().mute("cho", "1 d", "a storm", "job=checkout");
    world.storm(5_000);
    assertThat(world.page().escalation().isResolved()).isTrue();
    assertThat(world.silences().muted(silence)).hasSize(5_000);
    world.silences().expire(silence, "cho");
    world.phone("ana").expectSms("[page 2]").acknowledges();
    assertThat(world.pages()).hasSize(2);
    assertThat(world.page().openAlertCount()).isEqualTo(5_000);
  }

  @Test
  void aCrashForgetsNothing() {
    world.silences().mute("cho", "20 min", "one", "job=checkout");
    world.crashAt(CrashPoint.ACCEPTED).report("checkout is down");
    world.crash().fastForward("15 min");
    world.phone("cho").expectEmail();
    world.crash().isDownFor("30 min");
    world.phone("ana").expectSms("checkout is down").acknowledges();
  }
}
