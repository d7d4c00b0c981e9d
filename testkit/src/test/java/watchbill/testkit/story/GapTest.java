package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// Nobody is there to be woken.
class GapTest {
  @AutoClose private final World world = new World().policy("5 min", "10 min");

  @Test
  void nobodyOnDutyWakesTheFallbackAndSaysWhy() {
    world.onDuty("nobody", "ben").fallback("dev");
    world.report("checkout is down");
    world
        .phone("dev")
        .expectSms(
            "you are the fallback",
            "step 1 of 2: nobody is primary of rota payments",
            "the seat whose turn it is is empty",
            "If you do nothing: Ben is told at 04:05 (step 2 of 2)");
    world.fastForward("5 min");
    world.phone("ben").expectSms("no answer from step 1 in 5 min");
  }

  @Test
  void whoCannotBeReachedIsPassedOverAtOnce() {
    world.onDuty("ana", "ben").toldBy("ana");
    world.report("checkout is down");
    world.phone("dev").expectSms("you are the fallback", "there is no way to reach Ana");
  }

  @Test
  void whenNobodyAtAllCanBeWokenThePageSaysSo() {
    world.onDuty("ana", "ben").toldBy("ana").toldBy("ben").toldBy("dev");
    world.report("checkout is down");
    assertThat(world.timeline())
        .last()
        .asString()
        .startsWith("Nobody could be woken")
        .contains("there is no way to reach Ana")
        .contains("fallback: there is no way to reach Dev");
    world.fastForward("1 d");
    assertThat(world.page().escalation().needsSomebody()).isTrue();
  }

  @Test
  void aRotaOfOneHasNoLieutenantSoTheFallbackStandsIn() {
    world.onDuty("ana");
    world.report("checkout is down");
    world.phone("ana").expectSms("If you do nothing: the fallback is told at 04:05");
    world.fastForward("5 min");
    world.phone("dev").expectSms("nobody is lieutenant of rota payments: nobody follows");
  }
}
