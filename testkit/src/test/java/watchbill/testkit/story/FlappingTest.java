package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.restraint.Damping;
import watchbill.testkit.World;

/// What comes and goes does not wake somebody each time.
class FlappingTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  private void comesAndGoes(int times) {
    for (int i = 0; i < times; i++) {
      world.report("checkout is down").fastForward("1 min");
      world.reportEnd("checkout is down").fastForward("1 min");
    }
  }

  private void comesAndWakes(int times) {
    for (int i = 0; i < times; i++) {
      comesAndGoes(1);
      world.phone("ana").expectSms("checkout is down");
    }
  }

  @Test
  void afterTheThirdTimeItWakesNobodyAndThePageSaysSo() {
    comesAndWakes(3);
    assertThat(world.timeline())
        .contains(
            "It comes and goes: it opened 3 times in 15 min; while it goes on like this it pages"
                + " only when it stays for 5 min");
    comesAndGoes(3);
    assertThat(world.pages()).hasSize(3);
    world.report("checkout is down");
    assertThat(world.rules().heldBack())
        .containsExactly("checkout is down: flapping: it opened 7 times and pages once it stays");
    world.reportEnd("checkout is down");
  }

  @Test
  void whenItStaysItPagesOnce() {
    comesAndWakes(3);
    world.report("checkout is down").fastForward("4 min");
    assertThat(world.pages()).hasSize(3);
    world.fastForward("1 min");
    world.phone("ana").expectSms("[page 4] checkout is down").acknowledges();
    assertThat(world.timeline()).anyMatch(line -> line.contains("flapping: it opened 4 times"));
    world.fastForward("1 d");
  }

  @Test
  void whatCameLongAgoDoesNotCount() {
    comesAndWakes(3);
    world.fastForward("20 min");
    comesAndWakes(1);
  }

  @Test
  void anotherAlertIsNotTheSame() {
    comesAndWakes(3);
    world.report("payments are lost");
    world.phone("ana").expectSms("payments are lost").acknowledges();
  }

  @Test
  void anEditOfTheFilesDoesNotMakeItPageSooner() {
    comesAndWakes(3);
    world.report("checkout is down").fastForward("1 min");
    world.rules().maintainsNothing();
    world.phone("ana").expectSilence();
    world.fastForward("4 min");
    world.phone("ana").expectSms("[page 4]").acknowledges();
  }

  @Test
  void aCrashForgetsNothing() {
    comesAndWakes(3);
    world.crash();
    world.report("checkout is down").crash().isDownFor("10 min");
    world.phone("ana").expectSms("[page 4]").acknowledges();
  }

  @Test
  void itMayBeDeclaredOtherwise() {
    world.rules().damping(new Damping(0, Duration.ofMinutes(15), Duration.ofMinutes(5)));
    comesAndWakes(6);
    world.rules().damping(new Damping(1, Duration.ofMinutes(1), Duration.ofMinutes(2)));
    world.fastForward("1 h");
    comesAndWakes(1);
  }
}
