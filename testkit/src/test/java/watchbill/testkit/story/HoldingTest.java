package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalation.Resting;
import watchbill.testkit.World;

/// What can wait until morning does, and rises by itself, once.
class HoldingTest {
  private static final Instant NINE_IN_MADRID = Instant.parse("2025-01-06T08:00:00Z");

  @AutoClose private final World world = new World();

  @Test
  void aWarningAtNightIsHeldUntilNineAndThenTellsWhoeverIsOnDutyThen() {
    world.onDuty("ana", "ben").toldBy("ana", "sms");
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    assertThat(world.page().escalation())
        .isEqualTo(new Resting(Resting.Why.HELD, "payments", world.now(), NINE_IN_MADRID));
    assertThat(world.timeline())
        .contains("Held for 5 h: it can wait until the hours of payments begin");
    world.fastForward("4 h").fastForward("59 min");
    world.phone("ana").expectSilence();
    // At nine the week's duty is handed over to Ben.
    world.fastForward("1 min");
    world.phone("ben").expectEmail("the disk fills up", "held until the hours of payments");
  }

  @Test
  void aWarningInTheHoursIsToldAtOnce() {
    world.onDuty("ana", "ben").fastForward("7 h");
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    world.phone("ben").expectEmail("the disk fills up");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Waiting.class);
  }

  @Test
  void aHolidayIsNotAWorkingDay() {
    world.onDuty("ana", "ben").holiday("ana", "es", "2025-01-06", "Reyes");
    world.routing().officeHours("Europe/Madrid", "es");
    world.report("the disk fills up", Severity.WARNING);
    world.fastForward("1 d").fastForward("4 h").fastForward("59 min");
    world.phone("ben").expectSilence();
    world.fastForward("1 min");
    world.phone("ben").expectEmail("the disk fills up");
  }

  @Test
  void moreThatCanWaitJoinsWhatIsHeldAndIsToldOnce() {
    world.onDuty("ana", "ben");
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    world.report("the queue grows", Severity.WARNING);
    world.fastForward("5 h");
    world.phone("ben").expectEmail("the disk fills up", "2 open on this page");
  }

  @Test
  void whatBecomesUrgentWhileItIsHeldWakesSomebodyAtOnce() {
    world.onDuty("ana", "ben");
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    world.report("the disk fills up", Severity.CRITICAL);
    world.phone("ana").expectSms("the disk fills up").acknowledges();
    assertThat(world.pages().getLast().escalation().isResolved()).isTrue();
    world.fastForward("6 h");
  }

  @Test
  void whatEndsWhileItIsHeldTellsNobody() {
    world.onDuty("ana", "ben");
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    world.reportEnd("the disk fills up");
    world.fastForward("1 d");
  }

  @Test
  void whatWasDueWhileTheProgramWasAwayIsHeldUntilTheHoursOpenAgain() {
    world.onDuty("ana", "ben");
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    // Back on Monday at 22:00 in Madrid: four hours too late for today.
    world.isDownFor("18 h");
    world.fastForward("10 h").fastForward("59 min");
    world.phone("ben").expectSilence();
    world.fastForward("1 min");
    world.phone("ben").expectEmail("the disk fills up");
    assertThat(world.now()).isEqualTo(Instant.parse("2025-01-07T08:00:00Z"));
  }

  @Test
  void aHeldPageCanBeTakenBeforeItTellsAnybody() {
    world.onDuty("ana", "ben");
    world.routing().officeHours("Europe/Madrid", "");
    world.report("the disk fills up", Severity.WARNING);
    world.snoozes("ana", "1 d");
    world.fastForward("12 h");
    world.phone("ben").expectSilence();
    world.fastForward("12 h");
    world.phone("ben").expectEmail("the snooze of ana is over");
  }

  @Test
  void respondersHoursAreThoseOfWhoeverWouldBeWoken() {
    world.onDuty("ana", "ben");
    // The team's clock says noon; Ana's says four in the morning, and so does Ben's until nine.
    world.routing().respondersHours("Asia/Tokyo");
    world.report("the disk fills up", Severity.WARNING);
    assertThat(world.page().escalation())
        .isEqualTo(new Resting(Resting.Why.HELD, "payments", world.now(), NINE_IN_MADRID));
    world.fastForward("5 h");
    world.phone("ben").expectEmail("the disk fills up");
  }
}
