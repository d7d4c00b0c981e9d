package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// A week that somebody can't take is offered to those who could.
class OpenShiftTest {
  private static final String WEEK = "2025-01-13";

  @AutoClose
  private final World world = new World().onDuty("ana", "ben", "cho", "dev").policy("5 min");

  @Test
  void aShiftIsOfferedToTheOthersAndTheFirstToClaimItHasIt() {
    world.rota().opensShift("cho", WEEK);
    for (String other : new String[] {"ana", "ben", "dev"}) {
      world
          .phone(other)
          .expectEmail("Can you take a shift of Cho?", "When: Mon 13 Jan 09:00 CET", "dentist");
    }
    world.rota().claims("ben");
    world.phone("cho").expectEmail("Ben takes the shift");
    assertThat(world.rota().onDutyInWeekOf(WEEK)).containsExactly("ben");
    assertThatThrownBy(() -> world.rota().claims("dev")).hasMessageContaining("claimed");
  }

  @Test
  void whoeverIsOnLeaveIsNeitherAskedNorAccepted() {
    world.rota().goesOnLeave("ben", WEEK, "2 d").opensShift("cho", WEEK);
    world.phone("ana").expectEmail("Can you take");
    world.phone("dev").expectEmail("Can you take");
    assertThatThrownBy(() -> world.rota().claims("ben")).hasMessageContaining("on leave");
    assertThatThrownBy(() -> world.rota().claims("cho")).hasMessageContaining("by: 'cho'");
  }

  @Test
  void anEmptySeatCanBeOfferedByWhoeverSeesIt() {
    world.onDuty("ana", "ben", "nobody", "dev").rota().opensShift("dev", WEEK);
    world.phone("ana").expectEmail("Can you take a shift that nobody has?");
    world.phone("ben").expectEmail("Can you take a shift that nobody has?");
    world.phone("dev").expectEmail("Can you take a shift that nobody has?");
    world.rota().claims("ana");
    world.phone("dev").expectEmail("Ana takes the shift");
    assertThat(world.rota().onDutyInWeekOf(WEEK)).containsExactly("ana");
  }

  @Test
  void aShiftNobodyTakesStaysWhoseItWas() {
    world.rota().opensShift("cho", WEEK);
    for (String handle : new String[] {"ana", "ben", "dev"}) {
      world.phone(handle).expectEmail("Can you take");
    }
    world.fastForward("7 d").keepsWatch().fastForward("6 h");
    assertThat(world.phone("cho").readAllSubjects()).contains("Nobody took the shift you offered");
    assertThat(world.rota().onDuty()).containsExactly("cho");
    for (String handle : new String[] {"ana", "ben", "dev"}) {
      world.phone(handle).readAllSubjects();
    }
  }
}
