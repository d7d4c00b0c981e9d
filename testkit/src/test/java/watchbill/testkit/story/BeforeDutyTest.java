package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// Nobody is surprised by their own duty.
class BeforeDutyTest {
  @AutoClose
  private final World world = new World().onDuty("ana", "ben", "cho", "dev").policy("5 min");

  @Test
  void dutyIsAnnouncedAWeekADayAndAsItBegins() {
    world.fastForward("5 h").keepsWatch();
    world.phone("cho").expectEmail("You are on duty from Mon 13 Jan 09:00 CET");
    world.phone("ben").expectEmail("You are on duty now");
    world.fastForward("5 d").crash().fastForward("23 h");
    world.phone("cho").expectSilence();
    world.fastForward("1 h");
    world.phone("cho").expectEmail("You are on duty from Mon 13 Jan", "Rota: payments, primary");
    world.crashAt(CrashPoint.SENT).fastForward("1 d");
    assertThat(world.phone("cho").readAllSubjects())
        .hasSizeBetween(1, 2)
        .allMatch(s -> s.contains("You are on duty now"));
    assertThat(world.phone("dev").readAllSubjects())
        .allMatch(s -> s.contains("You are on duty from Mon 20 Jan"));
  }

  @Test
  void aChangeOfTheNextDutyIsToldToWhoeverDidNotMakeIt() {
    world.keepsWatch();
    world.phone("ben").expectEmail("You are on duty from Mon 6 Jan");
    world.rota().replaces("2025-01-13", "cho", "ana");
    world.fastForward("10 min");
    world
        .phone("cho")
        .expectEmail(
            "Your next duty changed: Mon 10 Feb 09:00 CET",
            "Was: Mon 13 Jan 09:00 CET to Mon 20 Jan 09:00 CET");
    world.phone("ana").expectSilence();
    world.crash().fastForward("1 h");
    world.rota().withdrawsOverride();
    world.fastForward("10 min");
    world.phone("cho").expectEmail("Your next duty changed: Mon 13 Jan 09:00 CET");
  }

  @Test
  void anEditedRotaTellsThoseWhoseDutyMoved() {
    world.keepsWatch();
    world.phone("ben").expectEmail("You are on duty from Mon 6 Jan");
    world.onDuty("ana", "ben", "dev", "cho").fastForward("10 min");
    world.phone("cho").expectEmail("Your next duty changed: Mon 20 Jan 09:00 CET");
    world.phone("dev").expectEmail("Your next duty changed: Mon 13 Jan 09:00 CET");
    world.crash().fastForward("2 h");
  }
}
