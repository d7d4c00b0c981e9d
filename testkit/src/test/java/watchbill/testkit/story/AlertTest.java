package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.restraint.WhenSilent;
import watchbill.testkit.World;

/// What machines say, and what is made of it.
class AlertTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  /// Leases are what these stories are about; what else silence may mean is told in [UnknownTest].
  @BeforeEach
  void silenceIsTheEnd() {
    world.rules().whenSilent(new WhenSilent.Resolve());
  }

  @Test
  void aStormOfTenThousandWakesOnePersonOnce() {
    world.storm(10_000);
    world.phone("ana").expectSms("host 1 is down", "Alerts: 10000 open on this page");
    world.storm(10_000);
    world.phone("ana").expectSilence().acknowledges();
    world.fastForward("1 d");
    assertThat(world.pages()).hasSize(1);
    assertThat(world.page().alertCount()).isEqualTo(10_000);
  }

  @Test
  void aResendWakesNobodyAgain() {
    world.report("checkout is down");
    world.phone("ana").expectSms().acknowledges();
    for (int i = 0; i < 10; i++) {
      world.fastForward("1 min").report("checkout is down");
    }
    assertThat(world.pages()).hasSize(1);
    assertThat(world.page().alertCount()).isEqualTo(1);
  }

  @Test
  void anotherAlertJoinsThePageThatStillWaits() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("1 min").report("payments are lost");
    world.fastForward("4 min");
    world.phone("ben").expectSms("checkout is down", "Alerts: 2 open on this page");
    assertThat(world.timeline()).anyMatch(line -> line.contains("payments are lost"));
  }

  @Test
  void anAlertWhoseLeaseRunsOutIsOver() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms();
    world.fastForward("4 min");
    assertThat(world.page().escalation().isResolved()).isTrue();
    assertThat(world.timeline()).anyMatch(line -> line.contains("its lease ran out"));
    world.fastForward("1 d");
  }

  @Test
  void thatNobodyWasHeardWhileTheProgramWasDownIsNotTakenForTheEnd() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms();
    world.isDownFor("1 h");
    world.phone("ben").expectSms();
    assertThat(world.page().escalation().isResolved()).isFalse();
    world.reportFor("checkout is down", "4 min");
    world.reportEnd("checkout is down");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void aSourceThatStaysSilentAfterwardsEndsItsAlertWhenItsTimeIsUp() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms().acknowledges();
    world.isDownFor("1 h");
    world.fastForward("4 min");
    assertThat(world.page().escalation().isResolved()).isFalse();
    world.fastForward("1 min");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void anAlertWhoseLeaseIsExtendedGoesOn() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms();
    world.fastForward("3 min").reportFor("checkout is down", "4 min");
    world.fastForward("2 min");
    world.phone("ben").expectSms();
    world.fastForward("2 min");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void aWarningIsToldByTheWayChosenForTheDay() {
    world.report("checkout is slow", Severity.WARNING);
    world.phone("ana").expectEmail("checkout is slow").acknowledges();
  }

  @Test
  void aWarningThatBecomesCriticalWakesSomebody() {
    world.report("checkout is slow", Severity.WARNING);
    world.phone("ana").expectEmail("[page 1] checkout is slow").acknowledges();
    world.report("checkout is slow", Severity.CRITICAL);
    world.phone("ana").expectSms("[page 2] checkout is slow").acknowledges();
    assertThat(world.pages().getLast().escalation().isResolved()).isTrue();
  }

  @Test
  void whatCalmsDownAndWorsensAgainWakesNobodyAnew() {
    world.report("checkout is down", Severity.CRITICAL);
    world.phone("ana").expectSms().acknowledges();
    world.report("checkout is down", Severity.WARNING);
    world.report("checkout is down", Severity.CRITICAL);
    world.fastForward("1 d");
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void theEndOfWhatNeverBeganIsNoNews() {
    world.reportEnd("checkout is down");
    world.fastForward("1 d");
    assertThat(world.pages()).isEmpty();
  }
}
