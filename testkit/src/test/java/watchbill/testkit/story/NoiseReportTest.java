package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// On Monday at eight the manager hears by mail what the noisiest pages were, once.
class NoiseReportTest {
  private static final String HEADLINE = "1 page for payments last week, 1 for nothing";

  @AutoClose private final World world = new World().onDuty("ana", "ben").manager("dev");

  @Test
  void theReportComesOnMondayAtEightWhereTheManagerLives() {
    world.noise().livesIn("dev", "America/New_York");
    noise();
    world.keepsWatch().fastForward("6 d");
    world.phone("dev").readAllSubjects();
    // One in the afternoon in Madrid, seven in the morning there.
    world.fastForward("14 h");
    assertThat(reports()).isEmpty();
    world.fastForward("70 min");
    assertThat(reports()).containsExactly(HEADLINE);
    readOthers();
  }

  @Test
  void itHasTheFiguresAndWhatToDo() {
    noise();
    world.phone("ana").readAllSubjects();
    world.fastForward("7 d").fastForward("5 h").noise().looks();
    assertThat(world.phone("dev").readAllTexts())
        .anySatisfy(text ->
            assertThat(text)
                .contains(HEADLINE, "Judged: 0 of 1 judged was actionable; 1 could have waited")
                .contains("Woken at night: 1 time: 1 person in 1 night")
                .contains("checkout: from prometheus: 1 page, 1 for nothing")
                .contains("Suggestion: too little to say: 1 page (it takes 3 to say more)")
                .contains("Why you: you answer for the team payments"));
    readOthers();
  }

  @Test
  void itComesOnceWhateverHappens() {
    noise();
    world.fastForward("7 d").fastForward("5 h").noise().looks();
    assertThat(reports()).containsExactly(HEADLINE);
    world.crash().noise().looks();
    world.manager("cho").noise().looks();
    world.fastForward("6 d").noise().looks();
    assertThat(reports()).isEmpty();
    assertThat(mails("cho")).isEmpty();
    readOthers();
  }

  @Test
  void aNodeThatWasAwayAtTheHourTellsItWhenItIsBack() {
    noise();
    world.isDownFor("200 h").noise().looks();
    assertThat(reports()).containsExactly(HEADLINE);
    readOthers();
  }

  @Test
  void aWeekWithoutAPageHasNoReport() {
    world.keepsWatch().fastForward("15 d");
    assertThat(reports()).isEmpty();
    readOthers();
  }

  private void noise() {
    world.fastForward("19 h").report("checkout is slow");
    world.phone("ana").readAllSubjects();
    world.phone("ben").readAllSubjects();
    world.page();
    world.phone("ben").resolves();
    world.noise().judges("ben", false, true);
  }

  private List<String> reports() {
    return mails("dev");
  }

  private List<String> mails(String handle) {
    return world.phone(handle).readAllSubjects().stream()
        .filter(s -> s.contains("last week"))
        .toList();
  }

  private void readOthers() {
    Stream.of("ana", "ben", "cho", "dev").forEach(p -> world.phone(p).readAllSubjects());
  }
}
