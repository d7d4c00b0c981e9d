package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// What is wrong with the weeks to come is said a week ahead, and once more on the last day.
class CoverageTest {
  @AutoClose private final World world = new World().policy("5 min", "10 min");

  @Test
  void aGapIsToldAWeekAheadAndAgainOnTheLastDayAndNeverElse() {
    world.onDuty("ana", "ben", "cho", "nobody").manager("dev").keepsWatch();
    assertThat(gaps()).isEmpty();
    world.fastForward("1 d");
    assertThat(gaps())
        .containsExactly(
            "Nobody is primary of rota payments, Mon 20 Jan 09:00 CET to Mon 27 Jan 09:00"
                + " CET: the seat whose turn it is is empty");
    world.fastForward("6 d").crash().fastForward("6 d");
    assertThat(gaps()).isEmpty();
    world.crash().fastForward("1 d");
    assertThat(gaps()).hasSize(1);
    world.crash().fastForward("8 d");
    assertThat(gaps()).isEmpty();
    read("ana", "ben", "cho");
  }

  @Test
  void aPageInAGapGoesToTheFallbackWithTheReason() {
    world.onDuty("ana").fallback("dev").rota().goesOnLeave("ana", "2025-01-06", "2 d");
    world.fastForward("6 h").report("checkout is down");
    world
        .phone("dev")
        .expectSms("you are the fallback", "ana is on leave, and no lieutenant can stand in")
        .acknowledges();
  }

  @Test
  void aRotaThatEndsIsSaidSo() {
    world.onDuty("ana", "ben").manager("dev").rotaEnds("2025-01-13").keepsWatch();
    assertThat(world.phone("dev").readAllSubjects())
        .contains(
            "Rota payments ends Mon 13 Jan 09:00 CET: nobody is primary of rota payments after"
                + " that");
    read("ana", "ben");
  }

  @Test
  void tooManyNightsForOnePersonAreSaid() {
    world.onDuty("ana").manager("dev").keepsWatch();
    assertThat(world.phone("dev").readAllSubjects())
        .anyMatch(s -> s.startsWith("Ana is on duty 28 nights in the four weeks from 2025-01-20"))
        .anyMatch(s -> s.startsWith("Ana is on duty 4 weekends"));
    read("ana");
  }

  @Test
  void dutyOnAPublicHolidayIsToldAheadAndOnce() {
    world.onDuty("ben", "cho", "dev", "ana").manager("dev");
    world.holiday("ana", "es-valencia", "2025-01-22", "San Vicente").keepsWatch();
    assertThat(holidays()).isEmpty();
    world.fastForward("2 d");
    assertThat(holidays())
        .containsExactly(
            "Ana is on duty on Wed 22 Jan, a public holiday: San Vicente (es-valencia)");
    world.crash().fastForward("16 d");
    assertThat(holidays()).isEmpty();
    read("ana", "ben", "cho");
  }

  private List<String> holidays() {
    return world.phone("dev").readAllSubjects().stream()
        .filter(s -> s.contains("public holiday"))
        .toList();
  }

  private List<String> gaps() {
    return world.phone("dev").readAllSubjects().stream()
        .filter(s -> s.startsWith("Nobody is primary"))
        .toList();
  }

  private void read(String... handles) {
    for (String handle : handles) {
      world.phone(handle).readAllSubjects();
    }
  }
}
