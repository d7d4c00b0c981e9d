package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.escalation.Escalation;
import watchbill.testkit.World;

/// Nobody answers.
class ClimbingTest {
  @AutoClose private final World world = new World();

  @Test
  void anaSleepsOnAndBenIsWoken() {
    world.onDuty("ana", "ben").policy("5 min", "10 min");
    world.report("checkout is down");
    world
        .phone("ana")
        .expectSms(
            "[page 1] checkout is down",
            "Since: 04:00 CET (03:00 UTC)",
            "Service: checkout",
            "Why you: primary of rota payments until Mon 6 Jan 09:00 CET (step 1 of 2)",
            "If you do nothing: Ben is told at 04:05 (step 2 of 2)");
    world.fastForward("5 min");
    world.phone("ben").expectSms("checkout is down", "no answer from step 1 in 5 min");
  }

  @Test
  void benIsNotWokenASecondTooSoon() {
    world.onDuty("ana", "ben").policy("5 min", "10 min");
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.fastForward("4 min").fastForward("59 s");
    world.phone("ben").expectSilence();
    world.fastForward("1 s");
    world.phone("ben").expectSms("step 2 of 2");
  }

  @Test
  void whenEveryStepWasTriedTheFallbackIsWoken() {
    world.onDuty("ana", "ben").policy("5 min", "10 min").fallback("dev");
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("5 min");
    world.phone("ben").expectSms("If you do nothing: Dev is told at 04:15 (fallback)");
    world.fastForward("10 min");
    world
        .phone("dev")
        .expectSms(
            "Why you: you are the fallback; every step was tried and nobody answered",
            "If you do nothing: nobody else is told; the page stays open");
    world.fastForward("1 d");
    assertThat(world.page().escalation()).isInstanceOf(Escalation.Exhausted.class);
  }

  @Test
  void aRepeatRunsTheLadderAgainBeforeTheFallback() {
    world.onDuty("ana", "ben").policy("5 min", "10 min").repeat(1);
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("5 min");
    world.phone("ben").expectSms();
    world.fastForward("10 min");
    world.phone("ana").expectSms("no answer from step 2 in 10 min");
    world.fastForward("5 min");
    world.phone("ben").expectSms();
    world.fastForward("10 min");
    world.phone("dev").expectSms("every step was tried 2 times and nobody answered");
  }

  @Test
  void aStepMayWakeTheWholeTeamAndNobodyTwice() {
    world.onDuty("ana", "ben").policy("5 min", "5 min", "5 min");
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("5 min");
    world.phone("ben").expectSms("Ana, Ben, Cho, Dev are told at 04:10 (step 3 of 3)");
    world.fastForward("5 min");
    for (String member : new String[] {"ana", "ben", "cho", "dev"}) {
      world.phone(member).expectSms("in team payments");
    }
    world.phone("dev").expectSilence();
    world.fastForward("4 min");
  }

  @Test
  void whoIsTalkedToByTwoWaysIsTalkedToAtTheirTimes() {
    world.onDuty("ana", "ben").toldBy("ana", "email", "sms after 2 min");
    world.report("checkout is down");
    world.phone("ana").expectEmail("checkout is down");
    world.fastForward("1 min");
    world.phone("ana").expectSilence();
    world.fastForward("1 min");
    world.phone("ana").expectSms("checkout is down");
  }
}
