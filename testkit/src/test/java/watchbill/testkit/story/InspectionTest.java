package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// Watchbill itself is at fault, and notices.
class InspectionTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void aPageThatIsOverdueWakesTheFallbackAndMovesOn() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.hangsFor("7 min");
    world.phone("ben").expectSilence();
    assertThat(world.inspect()).isEqualTo(1);
    world.phone("dev").expectSms("the page should have moved on 2 min ago");
    world.phone("ben").expectSms("no answer from step 1 in 7 min");
    assertThat(world.inspect()).isZero();
  }

  @Test
  void aPageThatIsOverdueOnItsLastStepWakesTheFallbackOnce() {
    world.policy("5 min").report("checkout is down");
    world.phone("ana").expectSms();
    world.hangsFor("7 min");
    assertThat(world.inspect()).isEqualTo(1);
    world.phone("dev").expectSms("you are the fallback");
    world.fastForward("1 d");
  }

  @Test
  void aPageThatMovesOnByItselfIsLeftAlone() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("4 min");
    assertThat(world.inspect()).isZero();
    world.hangsFor("90 s");
    assertThat(world.inspect()).isZero();
    world.fastForward("1 s");
    world.phone("ben").expectSms();
  }
}
