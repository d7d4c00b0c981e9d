package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// The program dies at the worst moment.
class CrashTest {
  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @Test
  void aCrashAfterTheReportWasAcceptedLosesAndDoublesNothing() {
    world.crashAt(CrashPoint.ACCEPTED).report("checkout is down");
    world.phone("ana").expectSilence();
    world.fastForward("1 s");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.fastForward("4 min");
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void aCrashBetweenStepsLosesAndDoublesNothing() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.fastForward("2 min").crash().fastForward("3 min");
    world.phone("ben").expectSms("no answer from step 1 in 5 min");
    world.crash().fastForward("10 min").crash();
    world.phone("dev").expectSms("you are the fallback");
    world.fastForward("1 d");
  }

  @Test
  void aCrashBeforeTheMessageLeftRepeatsItWithoutDoubt() {
    world.crashAt(CrashPoint.CLAIMED).report("checkout is down");
    world.phone("ana").expectSilence();
    world.fastForward("30 s");
    world.phone("ana").expectSms("[page 1] checkout is down");
    assertThat(world.page().escalation().needsSomebody()).isTrue();
  }

  @Test
  void aCrashWhileTheMessageMayHaveLeftRepeatsItAndSaysSo() {
    world.crashAt(CrashPoint.HANDED).report("checkout is down");
    world.phone("ana").expectSilence();
    world.fastForward("32 s");
    world.phone("ana").expectSms("[possible duplicate] [page 1] checkout is down");
  }

  @Test
  void aCrashAfterTheMessageLeftRepeatsItOnceAndSaysSo() {
    world.crashAt(CrashPoint.SENT).report("checkout is down");
    world.phone("ana").expectSms("[page 1] checkout is down");
    world.fastForward("32 s");
    world.phone("ana").expectSms("[possible duplicate]");
    world.fastForward("4 min");
  }

  @Test
  void anAcknowledgementDuringDoubtEndsTheRepeat() {
    world.crashAt(CrashPoint.SENT).report("checkout is down");
    world.phone("ana").expectSms().acknowledges();
    world.fastForward("1 d");
  }

  @Test
  void afterAnOutageNobodyIsWokenTwiceInOneBreath() {
    world.report("checkout is down");
    world.phone("ana").expectSms();
    world.isDownFor("20 min");
    world.phone("ben").expectSms("no answer from step 1 in 20 min");
    world.phone("dev").expectSilence();
    world.fastForward("9 min");
    world.phone("dev").expectSilence();
    world.fastForward("1 min");
    world.phone("dev").expectSms("you are the fallback");
  }
}
