package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.escalation.Escalation;
import watchbill.testkit.World;

/// Somebody answers.
class AnsweringTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void anAcknowledgedPageCallsNobody() {
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down").acknowledges();
    world.fastForward("1 d");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Acknowledged.class);
  }

  @Test
  void anAcknowledgedPageSparesWhoWouldBeCalledLater() {
    world.toldBy("ana", "email", "sms after 2 min", "call after 4 min");
    world.report("checkout is down");
    world.phone("ana").expectEmail().acknowledges();
    world.fastForward("1 d");
  }

  @Test
  void anExhaustedPageCanStillBeTaken() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("15 min");
    world.phone("ben").expectSms();
    world.phone("dev").expectSms().acknowledges();
    assertThat(world.page().escalation())
        .isInstanceOfSatisfying(
            Escalation.Acknowledged.class, taken -> assertThat(taken.by()).isEqualTo("dev"));
  }

  @Test
  void whoAnswersFirstHasIt() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("5 min");
    world.phone("ben").expectSms().acknowledges();
    world.phone("ana").acknowledges();
    Instant at = world.now();
    assertThat(world.page().escalation()).isEqualTo(new Escalation.Acknowledged("ben", at, 1, 1));
  }

  @Test
  void aResolvedAlertEndsItsPageAndNobodyElseIsWoken() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("1 min").reportEnd("checkout is down");
    world.fastForward("1 d");
    assertThat(world.page().escalation().isResolved()).isTrue();
    assertThat(world.timeline()).last().asString().contains("all its alerts are over");
  }

  @Test
  void aPageIsOverOnlyWhenAllItsAlertsAre() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.report("payments are slow");
    world.reportEnd("checkout is down");
    world.fastForward("5 min");
    world.phone("ben").expectSms();
    world.reportEnd("payments are slow");
    world.fastForward("1 d");
    assertThat(world.pages()).hasSize(1);
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void whatAPersonClosedIsNotHeardOfForAWhile() {
    world.report("checkout is down");
    world.phone("ana").expectSms().resolves();
    world.fastForward("4 min").report("checkout is down");
    world.phone("ana").expectSilence();
    world.fastForward("1 min").report("checkout is down");
    world.phone("ana").expectSms("[page 2] checkout is down");
  }

  @Test
  void whatAPersonClosedTooEarlyWakesThemWhenItBeginsAnew() {
    world.report("checkout is down");
    world.phone("ana").expectSms().resolves();
    world.fastForward("1 min").reportEnd("checkout is down");
    world.fastForward("1 min").report("checkout is down");
    world.phone("ana").expectSms("[page 2] checkout is down");
  }

  @Test
  void aNewAlertAfterAnAcknowledgementIsNotSwallowed() {
    world.report("checkout is down");
    world.phone("ana").expectSms("[page 1]").acknowledges();
    world.fastForward("10 min").report("payments are lost");
    world.phone("ana").expectSms("[page 2] payments are lost");
    assertThat(world.pages()).hasSize(2);
  }

  @Test
  void anaHandsOverToTheLieutenant() {
    world.report("checkout is down");
    world.phone("ana").expectSms().acknowledges().handsOver();
    world.phone("ben").expectSms("lieutenant of rota payments", "ana asked for it");
    world.phone("ben").acknowledges();
    world.fastForward("1 d");
  }

  @Test
  void whoIsHandedAPageAndSleepsOnIsNotTheEndOfIt() {
    world.report("checkout is down");
    world.phone("ana").expectSms().handsOver();
    world.phone("ben").expectSms("asked for by ana");
    world.fastForward("5 min");
    world.phone("ben").expectSms("no answer from step 1 in 5 min (step 2 of 2)");
    world.fastForward("10 min");
    world.phone("dev").expectSms("you are the fallback");
  }
}
