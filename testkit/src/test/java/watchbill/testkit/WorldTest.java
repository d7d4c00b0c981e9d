package watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// The world itself fails where a story would want it to.
class WorldTest {
  private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void aMessageThatNobodyExpectedFailsTheStory() {
    world.report("checkout is down");
    assertThatThrownBy(world::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nobody expected that ana is told")
        .hasMessageContaining("checkout is down");
  }

  @Test
  void aMessageThatWasExpectedDoesNot() {
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    assertThatCode(world::close).doesNotThrowAnyException();
  }

  @Test
  void expectingWhatNeverCameFailsTheStory() {
    assertThatThrownBy(() -> world.phone("ana").expectSms())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ana was told nothing new");
  }

  @Test
  void expectingOtherWordsOrAnotherWayFailsTheStory() {
    world.report("checkout is down");
    assertThatThrownBy(() -> world.phone("ana").expectSms("all is well"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was not told 'all is well', but:\n[page 1] checkout is down");
    world.report("payments are lost").fastForward("5 min");
    assertThatThrownBy(() -> world.phone("ben").expectEmail())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ben was told by sms");
  }

  @Test
  void expectingSilenceWhereThereIsNoneFailsTheStory() {
    world.report("checkout is down");
    assertThatThrownBy(() -> world.phone("ana").expectSilence())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was told unexpectedly");
  }

  @Test
  void aPageThatShouldHaveMovedOnFailsTheStory() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.hangsFor("6 min");
    assertThatThrownBy(world::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a page should have moved on");
  }

  @Test
  void aLengthThatIsNoneIsRefused() {
    assertThatThrownBy(() -> world.fastForward("5m"))
        .hasMessage("'5m' is no length; say 30 s, 5 min, 2 h, 1 d");
  }
}
