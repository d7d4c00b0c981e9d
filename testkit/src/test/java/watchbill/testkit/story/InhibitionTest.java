package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.testkit.CrashPoint;
import watchbill.testkit.World;

/// What another alert explains wakes nobody, for as long as the other fires.
class InhibitionTest {
  private static final Map<String, String> A = Map.of("cluster", "a");
  private static final Map<String, String> B = Map.of("cluster", "b");

  @AutoClose private final World world = new World().onDuty("ana", "ben").policy("5 min", "10 min");

  @BeforeEach
  void aClusterThatIsDownExplainsItsHosts() {
    world
        .rules()
        .inhibits("watchbill_summary=~cluster.*", "watchbill_summary=~(host|cluster).*", "cluster");
  }

  @Test
  void whatIsExplainedWakesNobodyAndSaysByWhat() {
    world.reportOf(A, "cluster is down");
    world.phone("ana").expectSms("cluster is down").acknowledges();
    world.reportOf(A, "host 1 is down", "host 2 is down").fastForward("1 h");
    assertThat(world.pages()).hasSize(1);
    assertThat(world.rules().heldBack()).hasSize(2).allMatch(l -> l.contains("inhibited by alert"));
  }

  @Test
  void whatStillFiresWhenItsReasonEndsPagesAtOnce() {
    world.reportOf(A, "cluster is down").reportOf(A, "host 1 is down", "host 2 is down");
    world.phone("ana").expectSms().acknowledges();
    world.reportEnd("host 2 is down").reportEnd("cluster is down");
    world.phone("ana").expectSms("[page 2] host 1 is down").acknowledges();
    assertThat(world.rules().heldBack()).isEmpty();
  }

  @Test
  void whatSomebodyResolvesExplainsNothingAnyMore() {
    world.reportOf(A, "cluster is down").reportOf(A, "host 1 is down");
    world.phone("ana").expectSms().resolves();
    world.phone("ana").expectSms("[page 2] host 1 is down").acknowledges();
  }

  @Test
  void anotherClusterIsNoReason() {
    world.reportOf(A, "cluster is down");
    world.phone("ana").expectSms().acknowledges();
    world.reportOf(B, "host 1 is down");
    world.phone("ana").expectSms("[page 2] host 1 is down").acknowledges();
  }

  @Test
  void aMissingLabelEqualsAnEmptyOne() {
    world.reportOf(Map.of(), "cluster is down");
    world.phone("ana").expectSms().acknowledges();
    world.reportOf(Map.of("cluster", ""), "host 1 is down").fastForward("1 h");
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void twoThatAreOnBothSidesDoNotHoldEachOtherBack() {
    world.reportOf(A, "cluster is down");
    world.phone("ana").expectSms().acknowledges();
    world.reportOf(A, "cluster is slow");
    world.phone("ana").expectSms("[page 2] cluster is slow").acknowledges();
  }

  @Test
  void theOrderInOneMessageMakesNoDifference() {
    world.reportOf(A, "host 1 is down", "cluster is down", "host 2 is down");
    world.phone("ana").expectSms("cluster is down").acknowledges();
    assertThat(world.page().alertCount()).isEqualTo(1);
    assertThat(world.rules().heldBack()).hasSize(2);
  }

  @Test
  void aSecondReasonHoldsOn() {
    world.reportOf(A, "cluster is down").reportOf(A, "cluster is slow");
    world.phone("ana").expectSms().acknowledges();
    world.reportOf(A, "host 1 is down").reportEnd("cluster is down").fastForward("1 h");
    assertThat(world.rules().heldBack()).hasSize(1);
    world.reportEnd("cluster is slow");
    world.phone("ana").expectSms("[page 2] host 1 is down").acknowledges();
  }

  @Test
  void aRuleThatIsTakenOutHoldsNothingBack() {
    world.reportOf(A, "cluster is down").reportOf(A, "host 1 is down");
    world.phone("ana").expectSms().acknowledges();
    world.rules().inhibitsNothing();
    world.phone("ana").expectSms("[page 2] host 1 is down").acknowledges();
  }

  @Test
  void aNewRuleKnowsWhatFiresAlready() {
    world.reportOf(A, "rack is down");
    world.phone("ana").expectSms().acknowledges();
    world.rules().inhibits("watchbill_summary=~rack.*", "watchbill_summary=~disk.*", "cluster");
    world.reportOf(A, "disk is lost").fastForward("1 h");
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void aCrashForgetsNothing() {
    world.reportOf(A, "cluster is down");
    world.phone("ana").expectSms().acknowledges();
    world.crashAt(CrashPoint.ACCEPTED).reportOf(A, "host 1 is down");
    world.crash().crashAt(CrashPoint.ACCEPTED).reportEnd("cluster is down");
    world.fastForward("1 s");
    world.phone("ana").expectSms("[page 2] host 1 is down").acknowledges();
  }
}
