package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.catalog.ContactMethod.EMAIL;
import static watchbill.catalog.ContactMethod.SMS;
import static watchbill.testkit.RoutingDesk.apart;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.World;

/// The way to somebody fails.
class ProviderTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void whenEmailIsRefusedTheNextWayIsUsedAtOnce() {
    world.toldBy("ana", "email", "sms after 3 min");
    world.provider(EMAIL).refuses();
    world.report("checkout is down");
    world.phone("ana").expectSms("checkout is down");
    world.fastForward("4 min");
    assertThat(world.timeline()).contains("Could not tell Ana by email: the provider refuses");
  }

  @Test
  void whenEveryWayToAnaIsRefusedBenIsWokenAtOnce() {
    world.toldBy("ben", "email");
    world.provider(SMS).refuses();
    world.report("checkout is down");
    world.phone("ben").expectEmail("step 1 reached nobody: every way to them was refused");
  }

  @Test
  void whenNobodyAtAllCanBeToldThePageSaysSo() {
    world.provider(SMS).refuses();
    world.report("checkout is down");
    assertThat(world.provider(SMS).asked()).isEqualTo(3);
    assertThat(world.timeline())
        .anyMatch(line -> line.startsWith("Nobody could be woken: every way to the fallback"));
    world.fastForward("1 d");
  }

  @Test
  void aTimeOutIsUnknownAndTheRepeatSaysThatItMayBeOne() {
    world.provider(SMS).timesOutWithoutTelling();
    world.report("checkout is down");
    world.phone("ana").expectSilence();
    world.provider(SMS).works();
    world.fastForward("2 s");
    world.phone("ana").expectSms("[possible duplicate] [page 1] checkout is down");
    assertThat(world.timeline())
        .anyMatch(line -> line.startsWith("Unknown whether Ana was told by sms"))
        .anyMatch(line -> line.startsWith("Ana was told by sms (possible duplicate)"));
    world.fastForward("4 min");
  }

  @Test
  void aTimeOutAfterTellingTellsTwiceAndSaysSo() {
    world.provider(SMS).timesOutAfterTelling();
    world.report("checkout is down");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.provider(SMS).works();
    world.fastForward("2 s");
    world.phone("ana").expectSms("[possible duplicate]");
    world.fastForward("4 min");
  }

  @Test
  void aProviderThatIsDownIsAskedAgainWithGrowingPauses() {
    world.provider(SMS).isDown();
    world.report("checkout is down");
    world.fastForward("9 s");
    assertThat(world.provider(SMS).asked()).isEqualTo(2);
    world.provider(SMS).works();
    world.fastForward("1 s");
    world.phone("ana").expectSms("[page 1] checkout is down");
  }

  @Test
  void aProviderThatStaysDownIsGivenUpAndBenIsWokenBeforeHisTime() {
    world.toldBy("ben", "email");
    world.provider(SMS).isDown();
    world.report("checkout is down");
    world.fastForward("2 min").fastForward("39 s");
    world.phone("ben").expectSilence();
    world.fastForward("1 s");
    world.phone("ben").expectEmail("step 1 reached nobody");
    assertThat(world.provider(SMS).asked()).isEqualTo(5);
  }

  @Test
  void whatFailsAfterBenWasWokenDoesNotTakeHisTimeToAnswer() {
    world.policy("1 min", "10 min").toldBy("ben", "email").toldBy("dev", "email");
    world.provider(SMS).isDown();
    world.report("checkout is down");
    world.fastForward("1 min");
    world.phone("ben").expectEmail("step 2 of 2");
    world.fastForward("9 min");
    assertThat(world.timeline()).contains("Could not tell Ana by sms: connection refused");
    world.phone("dev").expectSilence();
  }

  @Test
  void afterThreeFailuresTheNextWayIsNotWaitedForAndThePageSaysWhy() {
    world.routing().always("each by itself", apart());
    world.toldBy("ana", "email", "sms after 3 min");
    world.provider(EMAIL).isDown();
    world.report("job 1 fails").report("job 2 fails");
    world.phone("ana").expectSilence();
    world.report("job 3 fails");
    world.phone("ana").expectSms("job 3 fails");
    assertThat(world.timeline())
        .contains(
            "Ana is told by sms at once: 3 of the last 3 messages by email did not get through");
    world.report("job 4 fails");
    assertThat(world.timeline())
        .contains(
            "Ana is told by sms earlier than their rules say: 3 of the last 3 messages by email did"
                + " not get through");
    world.provider(EMAIL).works();
    world.fastForward("3 min");
    world.report("job 5 fails").fastForward("1 min");
    assertThat(world.timeline()).noneMatch(line -> line.contains("told by sms"));
    assertThat(world.phone("ana").readAllSubjects()).isNotEmpty();
    world.pages().forEach(world::ends);
  }

  @Test
  void aProviderThatIsBusyGetsTheSameMessageOnce() {
    world.provider(SMS).isBusy();
    world.report("checkout is down");
    world.provider(SMS).works();
    world.fastForward("4 min");
    world.phone("ana").expectSms("[page 1] checkout is down");
  }
}
