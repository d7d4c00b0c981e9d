package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.restraint.WhenSilent;
import watchbill.testkit.World;

/// That a source falls silent is not good news: nobody knows how its alert stands.
class UnknownTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void itsPageStaysAndSaysSo() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms().acknowledges();
    world.fastForward("1 d");
    assertThat(world.page().escalation().isResolved()).isFalse();
    assertThat(world.timeline())
        .contains(
            "1 alert is unknown: its source stopped saying that it fires; it stays open until its"
                + " source or somebody says that it is over");
    world.reportEnd("checkout is down");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void aPageThatNobodyTookClimbsOn() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms();
    world.fastForward("5 min");
    world.phone("ben").expectSms().resolves();
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void aSourceThatSpeaksAgainMakesItKnown() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms().acknowledges();
    world.fastForward("1 h").reportFor("checkout is down", "4 min");
    assertThat(world.timeline()).anyMatch(line -> line.startsWith("1 alert fires again"));
    assertThat(world.pages()).hasSize(1);
    world.reportFor("checkout is down", "4 min");
    assertThat(world.timeline().stream().filter(l -> l.startsWith("1 alert fires again")))
        .hasSize(1);
    world.fastForward("4 min");
    assertThat(world.timeline().stream().filter(l -> l.startsWith("1 alert is unknown")))
        .hasSize(2);
    world.phone("ana").resolves();
  }

  @Test
  void aRuleMayEndItAfterAWhile() {
    world.rules().whenSilent(new WhenSilent.Unknown(Optional.of(Duration.ofHours(2))));
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms().acknowledges();
    world.fastForward("2 h");
    assertThat(world.page().escalation().isResolved()).isFalse();
    world.fastForward("4 min");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }

  @Test
  void alertmanagersOwnWayMayBeChosen() {
    world.rules().whenSilent(new WhenSilent.Resolve());
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms();
    world.fastForward("4 min");
    assertThat(world.page().escalation().isResolved()).isTrue();
    assertThat(world.timeline()).anyMatch(line -> line.contains("its lease ran out"));
    world.fastForward("1 d");
  }

  @Test
  void aCrashForgetsNothing() {
    world.reportFor("checkout is down", "4 min");
    world.phone("ana").expectSms().acknowledges();
    world.isDownFor("1 h").fastForward("5 min");
    assertThat(world.timeline()).anyMatch(line -> line.startsWith("1 alert is unknown"));
    world.crash().reportEnd("checkout is down");
    assertThat(world.page().escalation().isResolved()).isTrue();
  }
}
