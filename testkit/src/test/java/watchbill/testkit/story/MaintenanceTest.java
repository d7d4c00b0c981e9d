package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// While a service is worked on no page opens for it.
class MaintenanceTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void whatStillFiresAfterwardsPagesThen() {
    world.rules().maintains("0 s", "1 h");
    world.report("checkout is down").report("checkout is slow").fastForward("59 min");
    assertThat(world.pages()).isEmpty();
    assertThat(world.rules().heldBack())
        .containsExactly(
            "checkout is down: in maintenance: move until 2025-01-06T04:00:00Z",
            "checkout is slow: in maintenance: move until 2025-01-06T04:00:00Z");
    world.reportEnd("checkout is slow").fastForward("1 min");
    world.phone("ana").expectSms("checkout is down").acknowledges();
    assertThat(world.timeline()).anyMatch(line -> line.contains("it was in maintenance: move"));
  }

  @Test
  void whatOpenedBeforeStaysWithWhoeverHasIt() {
    world.report("checkout is down");
    world.phone("ana").expectSms().acknowledges();
    world.rules().maintains("10 min", "1 h");
    world.fastForward("20 min").report("checkout is slow").reportEnd("checkout is slow");
    assertThat(world.page().escalation().isResolved()).isFalse();
    world.fastForward("1 d");
  }

  @Test
  void aWindowThatIsTakenOutOfTheFileEndsAtOnce() {
    world.rules().maintains("0 s", "1 d");
    world.report("checkout is down").fastForward("1 h");
    world.rules().maintainsNothing();
    world.phone("ana").expectSms("checkout is down").acknowledges();
  }

  @Test
  void aCrashForgetsNothing() {
    world.rules().maintains("0 s", "1 h");
    world.report("checkout is down").crash().isDownFor("2 h");
    world.phone("ana").expectSms("checkout is down").acknowledges();
  }
}
