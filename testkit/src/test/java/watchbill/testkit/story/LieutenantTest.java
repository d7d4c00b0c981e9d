package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// The duty moves to the lieutenant by rule; everybody concerned is told.
class LieutenantTest {
  @AutoClose
  private final World world =
      new World().onDuty("ana", "ben", "cho").policy("5 min", "10 min").manager("dev");

  @Test
  void whoeverCannotIsReplacedByTheLieutenantAndAllAreTold() {
    world.rota().cannot("ana");
    world.phone("ana").expectEmail("You are off duty in payments: Ben stands in");
    world.phone("ben").expectEmail("You stand in for Ana in payments", "by their own word");
    world.phone("dev").expectEmail("Ana can't be on duty in payments: Ben stands in");
    world.report("checkout is down");
    world.phone("ben").expectSms("standing in for ana", "Cho is told at 04:05");
    world.phone("ana").expectSilence();
    world.phone("ben").acknowledges();
  }

  @Test
  void fromThePhoneThePageGoesOnAtOnce() {
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down").cannot();
    world.phone("ben").expectSms("checkout is down", "ana asked for it");
    world.phone("ben").expectEmail("You stand in for Ana");
    world.phone("ana").expectEmail("You are off duty");
    world.phone("dev").expectEmail("Ana can't be on duty");
    assertThat(world.timeline()).anyMatch(l -> l.startsWith("Passed on to whoever stands in"));
  }

  @Test
  void aPageInTheirHandsIsPassedOnToo() {
    world.report("checkout is down");
    world.phone("ana").expectSms().acknowledges();
    world.rota().cannot("ana");
    world.phone("ben").expectSms("checkout is down").expectEmail("You stand in for Ana");
    world.phone("ana").expectEmail("You are off duty");
    world.phone("dev").expectEmail("Ana can't be on duty");
    world.fastForward("5 min");
    world.phone("cho").expectSms("no answer from step 1");
    world.phone("cho").acknowledges();
  }

  @Test
  void aLieutenantWhoCannotGivesWayToWhoeverFollows() {
    world.report("checkout is down").phone("ana").expectSms("checkout is down");
    world.fastForward("5 min");
    world.phone("ben").expectSms("lieutenant of rota payments").cannot();
    world.phone("cho").expectSms("lieutenant of rota payments", "ben asked for it");
    world.phone("ben").expectEmail("You are off duty in payments: Cho stands in");
    world.phone("cho").expectEmail("You stand in for Ben in payments");
    world.phone("dev").expectEmail("Ben can't be on duty in payments: Cho stands in");
    world.fastForward("10 min");
    world.phone("dev").expectSms("you are the fallback").acknowledges();
  }

  @Test
  void takingBackIsExplicitAndToldAgain() {
    world.rota().cannot("ana");
    expectStandIn();
    world.fastForward("1 h").crash().rota().takesBack("ana");
    world.phone("ana").expectEmail("You are on duty again in payments");
    world.phone("ben").expectEmail("Ana is on duty again in payments");
    world.phone("dev").expectEmail("Ana is on duty again in payments");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down").acknowledges();
  }

  @Test
  void saidTwiceItIsToldOnce() {
    world.rota().cannot("ana").cannot("ana");
    expectStandIn();
    world.crashAt(CrashPoint.CLAIMED).rota().cannot("ana");
  }

  @Test
  void whoCannotForLongerThanTheySaidAtFirstIsOffDutyUntilThen() {
    world.rota().cannot("ana", "1 h");
    expectStandIn();
    world.rota().cannot("ana", "2 h");
    expectStandIn();
    world.rota().cannot("ana", "90 min");
    world.fastForward("90 min").report("checkout is down");
    world.phone("ben").expectSms("checkout is down", "standing in for ana").acknowledges();
    world.fastForward("30 min").report("payments are slow");
    world.phone("ana").expectSms("payments are slow").acknowledges();
  }

  @Test
  void afterTheirShiftTheyAreOnDutyAgainInTheirTurn() {
    world.rota().cannot("ana");
    expectStandIn();
    assertThat(world.rota().onDutyInWeekOf("2025-01-06")).containsExactly("ben");
    assertThat(world.rota().onDutyInWeekOf("2025-01-20")).containsExactly("ana");
  }

  @Test
  void leaveMovesTheDutyAndBothAreToldAhead() {
    world.rota().goesOnLeave("cho", "2025-01-13", "7 d");
    world.keepsWatch();
    world.phone("cho").expectEmail("Ana stands in for you in payments");
    world.phone("ana").expectEmail("You stand in for Cho in payments", "Cho is on leave");
    world.phone("dev").expectEmail("Cho is on duty while on leave", "Ana stands in");
    world.phone("ben").expectEmail("You are on duty from Mon 6 Jan 09:00 CET");
    assertThat(world.rota().onDutyInWeekOf("2025-01-13")).containsExactly("ana");
  }

  @Test
  void whoeverDoesNotAnswerTheWakeTestIsReplaced() {
    world.wakeTest("15 min").fastForward("4 h").keepsWatch();
    world.phone("ben").expectEmail("You are on duty from Mon 6 Jan");
    world.fastForward("1 h");
    world.phone("ben").expectSms("Can you be woken?");
    world.phone("cho").expectEmail("You are on duty from Mon 13 Jan");
    world.fastForward("14 min");
    world.phone("cho").expectSilence();
    world.fastForward("6 min");
    world.phone("ben").expectEmail("You are off duty in payments: Cho stands in");
    world.phone("cho").expectEmail("You stand in for Ben", "not answering the wake test");
    world.phone("dev").expectEmail("Ben can't be on duty in payments: Cho stands in");
    assertThat(world.rota().onDuty()).containsExactly("cho");
    world.rota().takesBack("ben");
    world.phone("ben").expectEmail("on duty again");
    world.phone("cho").expectEmail("Ben is on duty again");
    world.phone("dev").expectEmail("Ben is on duty again");
    world.crash().fastForward("2 h");
    assertThat(world.rota().onDuty()).containsExactly("ben");
  }

  @Test
  void whoeverAnswersTheWakeTestKeepsTheDuty() {
    world.wakeTest("15 min").fastForward("4 h").keepsWatch();
    world.phone("ben").expectEmail("You are on duty from Mon 6 Jan");
    world.fastForward("1 h");
    world.phone("ben").expectSms("Can you be woken?").answers();
    world.phone("cho").expectEmail("You are on duty from Mon 13 Jan");
    world.crash().fastForward("2 h");
    assertThat(world.rota().onDuty()).containsExactly("ben");
  }

  private void expectStandIn() {
    world.phone("ana").expectEmail("You are off duty");
    world.phone("ben").expectEmail("You stand in for Ana");
    world.phone("dev").expectEmail("Ana can't be on duty");
  }
}
