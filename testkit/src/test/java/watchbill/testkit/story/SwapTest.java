package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// People swap their weeks: asked, answered, reminded, and over in time.
class SwapTest {
  private static final String SECOND = "2025-01-13";
  private static final String THIRD = "2025-01-20";

  @AutoClose
  private final World world = new World().onDuty("ana", "ben", "cho", "dev").policy("5 min");

  @Test
  void aSwapThatIsAcceptedChangesBothWeeksAndSaysWhy() {
    world.rota().asksToSwap("cho", SECOND, "dev", THIRD);
    world
        .phone("dev")
        .expectEmail(
            "Cho asks you to swap",
            "You take: Mon 13 Jan 09:00 CET to Mon 20 Jan 09:00 CET",
            "You give: Mon 20 Jan 09:00 CET");
    world.rota().accepts("dev");
    world.phone("cho").expectEmail("Dev swaps with you");
    assertThat(world.rota().onDutyInWeekOf(SECOND)).containsExactly("dev");
    assertThat(world.rota().onDutyInWeekOf(THIRD)).containsExactly("cho");
    world.fastForward("7 d").fastForward("6 h").report("checkout is down");
    world.phone("dev").expectSms("primary of rota payments", "swap with Cho").acknowledges();
  }

  @Test
  void aSwapThatIsDeclinedChangesNothing() {
    world.rota().asksToSwap("cho", SECOND, "dev");
    world.phone("dev").expectEmail("asks you to swap");
    world.rota().declines("dev", "I am at a wedding");
    world.phone("cho").expectEmail("Dev does not swap with you", "I am at a wedding");
    assertThat(world.rota().onDutyInWeekOf(SECOND)).containsExactly("cho");
    assertThatThrownBy(() -> world.rota().accepts("dev")).hasMessageContaining("declined");
  }

  @Test
  void aSwapNobodyAnswersIsRemindedAndThenExpires() {
    world.rota().asksToSwap("dev", THIRD, "cho");
    world.phone("cho").expectEmail("Dev asks you to swap");
    world.manager("ana").keepsWatch();
    drain("ben"); // Ben's own duty begins today.
    world.fastForward("7 d");
    assertThat(world.phone("cho").readAllSubjects())
        .contains("Dev still waits for your answer about a swap: 14 d left");
    world.fastForward("8 d");
    assertThat(world.phone("cho").readAllSubjects())
        .contains(
            "Dev still waits for your answer about a swap: 7 d left",
            "Dev still waits for your answer about a swap: 3 d left",
            "Dev still waits for your answer about a swap: 2 d left",
            "Dev still waits for your answer about a swap: 1 d left",
            "Dev still waits for your answer about a swap: 12 h left",
            "You did not answer Dev");
    assertThat(world.phone("dev").readAllSubjects()).contains("Cho did not answer you");
    assertThat(world.rota().onDuty()).containsExactly("dev");
    assertThat(world.rota().swap().state().word()).isEqualTo("expired");
    drain("ana", "ben");
  }

  @Test
  void aSwapThatIsWithdrawnCannotBeAnswered() {
    world.rota().asksToSwap("cho", SECOND, "dev");
    world.phone("dev").expectEmail("asks you to swap");
    world.rota().withdrawsSwap("cho");
    world.phone("dev").expectEmail("does not ask you to swap any more");
    assertThatThrownBy(() -> world.rota().accepts("dev")).hasMessageContaining("withdrawn");
  }

  @Test
  void aCrashBetweenAskingAndAnsweringLosesAndDoublesNothing() {
    world.crashAt(CrashPoint.SENT).rota().asksToSwap("cho", SECOND, "dev");
    world.phone("dev").expectEmail("Cho asks you to swap");
    world.fastForward("1 min");
    world.phone("dev").expectEmail("possible duplicate");
    world.crash().rota().accepts("dev");
    world.crash();
    world.phone("cho").expectEmail("Dev swaps with you");
    assertThat(world.rota().onDutyInWeekOf(SECOND)).containsExactly("dev");
  }

  private void drain(String... handles) {
    for (String handle : handles) {
      world.phone(handle).readAllSubjects();
    }
  }
}
