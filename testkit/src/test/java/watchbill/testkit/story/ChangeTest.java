package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// The configuration or the rota changes in the middle.
class ChangeTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void aPolicyThatIsEditedDoesNotBendAPageThatHasBegun() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.policy("1 min", "1 min", "1 min").fallback("cho");
    world.fastForward("4 min");
    world.phone("ben").expectSilence();
    world.fastForward("1 min");
    world.phone("ben").expectSms("step 2 of 2");
    world.fastForward("10 min");
    world.phone("dev").expectSms("you are the fallback");
  }

  @Test
  void aNewPageBeginsUnderTheNewPolicy() {
    world.report("checkout is down");
    world.phone("ana").expectSms().acknowledges();
    world.policy("1 min", "1 min");
    world.report("payments are lost");
    world.phone("ana").expectSms("[page 2]", "Ben is told at 04:01");
    world.fastForward("59 s");
  }

  @Test
  void somebodyWhoWasDeletedIsStillWokenForAPageThatNamesThem() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fallback("cho").remove("dev");
    world.fastForward("5 min");
    world.phone("ben").expectSms();
    world.fastForward("10 min");
    world.phone("dev").expectSms("you are the fallback");
  }

  @Test
  void somebodyWhoLeftBetweenClaimAndCallIsReplacedAndNotForgotten() {
    world.onDuty("ana", "ben").standsIn("cho", "2 h").toldBy("cho", "sms after 1 min");
    world.report("checkout is down");
    world.remove("cho").fastForward("1 min");
    world.phone("ben").expectSms("step 1 reached nobody");
    assertThat(world.timeline()).anyMatch(line -> line.contains("no longer in the configuration"));
  }

  @Test
  void whoeverStandsInIsWokenAndNotWhoeverWasReplaced() {
    world.standsIn("cho", "2 h");
    world.report("checkout is down");
    world.phone("cho").expectSms("primary of rota payments", "standing in (entered by cho)");
    world.phone("ana").expectSilence();
    world.phone("cho").acknowledges();
    world.fastForward("2 h").report("payments are lost");
    world.phone("ana").expectSms("payments are lost");
  }

  @Test
  void whenBenStandsInForAnaSheIsHisLieutenant() {
    world.standsIn("ben", "2 h");
    world.report("checkout is down");
    world.phone("ben").expectSms("If you do nothing: Ana is told at 04:05");
    world.fastForward("5 min");
    world.phone("ana").expectSms("lieutenant of rota payments");
  }

  @Test
  void aHandOffBetweenStepsWakesWhoeverHasTakenOver() {
    world.policy("5 min").repeat(1);
    world.fastForward("4 h").fastForward("58 min").report("checkout is down");
    world.phone("ana").expectSms("until Mon 6 Jan 09:00 CET");
    world.fastForward("5 min");
    world.phone("ben").expectSms("primary of rota payments until Mon 13 Jan 09:00 CET");
    world.phone("ana").expectSilence();
  }
}
