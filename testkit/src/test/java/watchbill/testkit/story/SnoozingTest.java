package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.escalation.Escalation;
import watchbill.testkit.World;

/// Somebody puts a page off, and it comes back.
class SnoozingTest {
  @AutoClose private final World world = new World();

  @Test
  void aSnoozedPageIsQuietAndThenWakesWhoeverIsOnDutyThen() {
    world.onDuty("ana", "ben").policy("5 min", "10 min");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.phone("ana").acknowledges();
    world.snoozes("ana", "1 h");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Resting.class);
    world.fastForward("59 min");
    world.phone("ana").expectSilence();
    world.fastForward("1 min");
    world
        .phone("ana")
        .expectSms("checkout is down", "the snooze of ana is over", "Ben is told at 05:05");
    world.fastForward("5 min");
    world.phone("ben").expectSms("no answer from step 1 in 5 min");
  }

  @Test
  void whoeverWouldStillBeToldIsNotWhenItIsSnoozed() {
    world.toldBy("ana", "sms", "call after 2 min");
    world.onDuty("ana", "ben").policy("5 min", "10 min");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.fastForward("1 min").snoozes("ana", "4 h").fastForward("3 h");
    world.phone("ana").expectSilence();
    assertThat(world.timeline()).contains("Ana snoozed it for 4 h: by web");
  }

  @Test
  void aSnoozedPageThatIsOverStaysQuiet() {
    world.onDuty("ana", "ben");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.snoozes("ana", "1 h");
    world.reportEnd("checkout is down");
    world.fastForward("1 d");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void aNewAlertIsNotAddedInSilenceToASnoozedPage() {
    world.onDuty("ana", "ben");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.snoozes("ana", "1 h");
    world.report("checkout is slow");
    world.phone("ana").expectSms("[page 2] checkout is slow");
  }

  @Test
  void aSnoozeOutlivesACrashAndTheLoopThatForgotItIsFound() {
    world.onDuty("ana", "ben").fallback("dev").policy("5 min", "10 min");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.snoozes("ana", "1 h").crash();
    world.hangsFor("63 min");
    assertThat(world.inspect()).isEqualTo(1);
    world.phone("dev").expectSms("the page should have moved on 3 min ago");
    world.phone("ana").expectSms("the snooze of ana is over");
  }

  @Test
  void nothingIsPutOffForMoreThanAWeek() {
    world.onDuty("ana", "ben");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    assertThatThrownBy(() -> world.snoozes("ana", "169 h")).hasMessageContaining("7 days");
    assertThatThrownBy(() -> world.snoozes("ana", "0 s")).hasMessageContaining("after now");
  }
}
