package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.RoutingDesk.apart;
import static watchbill.testkit.RoutingDesk.grouped;
import static watchbill.testkit.RoutingDesk.timed;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.escalation.Page;
import watchbill.route.Again;
import watchbill.route.Effect;
import watchbill.testkit.World;

/// Which alerts are one page, and when that page speaks again.
class GroupingTest {
  private static final Duration NONE = Duration.ZERO;

  @AutoClose private final World world = new World();

  @Test
  void alertsAreGroupedByTheirLabels() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .always("by cluster", grouped("cluster"))
        .report("a is down", Severity.CRITICAL, Map.of("cluster", "eu"))
        .report("b is down", Severity.CRITICAL, Map.of("cluster", "us"))
        .report("c is down", Severity.CRITICAL, Map.of("cluster", "eu"));
    world.phone("ana").expectSms("[page 1] a is down");
    world.phone("ana").expectSms("[page 2] b is down");
    assertThat(world.pages()).extracting(Page::alertCount).containsExactly(1L, 2L);
    assertThat(world.pages().getLast().group()).isEqualTo("by cluster: cluster=eu");
  }

  @Test
  void aGroupGathersBeforeItWakesAnybody() {
    world.onDuty("ana", "ben");
    world.routing().always("calm", timed(Effect.NOTHING, seconds(30), NONE, Again.ON_NEW));
    world.report("a is down").fastForward("20 s").report("b is down");
    world.phone("ana").expectSilence();
    world.fastForward("10 s");
    world.phone("ana").expectSms("a is down", "2 open on this page", "gathered alerts for 30 s");
  }

  @Test
  void theNextPageOfAGroupWaitsForItsInterval() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .always("slow", timed(Effect.NOTHING, NONE, Duration.ofMinutes(10), Again.ON_NEW));
    world.report("a is down");
    world.phone("ana").expectSms("[page 1] a is down").acknowledges();
    world.fastForward("2 min").report("b is down");
    world.fastForward("7 min").report("c is down");
    world.phone("ana").expectSilence();
    world.fastForward("1 min");
    world.phone("ana").expectSms("[page 2] b is down", "2 open on this page");
  }

  @Test
  void whatSomebodyHasInHandPagesAgainForWhatIsNewToIt() {
    world.onDuty("ana", "ben");
    world.report("a is down").report("b is down");
    world.phone("ana").expectSms("a is down").acknowledges();
    world.reportEnd("b is down").report("b is down");
    world.phone("ana").expectSilence();
    world.report("c is down");
    world.phone("ana").expectSms("[page 2] c is down");
  }

  @Test
  void orOnlyForWhatIsWorse() {
    world.onDuty("ana", "ben");
    world.routing().always("quiet", timed(Effect.NOTHING, NONE, NONE, Again.ON_SEVERITY));
    world.report("a is slow", Severity.ERROR);
    world.phone("ana").expectSms("a is slow").acknowledges();
    world.report("b is slow", Severity.ERROR);
    world.phone("ana").expectSilence();
    assertThat(world.timeline())
        .contains("prometheus reported: b is slow: joined this page: Ana has it");
    world.report("a is slow", Severity.CRITICAL);
    world.phone("ana").expectSms("[page 2] a is slow");
    assertThat(world.page().openAlertCount()).isEqualTo(1);
    assertThat(world.pages().getLast().openAlertCount()).isEqualTo(1);
  }

  @Test
  void orNever() {
    world.onDuty("ana", "ben");
    world.routing().always("mute", timed(Effect.NOTHING, NONE, NONE, Again.NEVER));
    world.report("a is slow", Severity.ERROR);
    world.phone("ana").expectSms("a is slow").acknowledges();
    world.report("b is down").report("a is slow");
    assertThat(world.page().openAlertCount()).isEqualTo(2);
  }

  @Test
  void aBurstBecomesOnePageThatCounts() {
    world.onDuty("ana", "ben");
    world.routing().storm(3, "5 min").always("each", apart()).reportHosts(1, 200);
    world.phone("ana").expectSms("Storm of alerts in checkout, the first: host 4 is down");
    for (int i = 3; i >= 1; i--) {
      world.phone("ana").expectSms("host " + i + " is down");
    }
    assertThat(world.page().alertCount()).isEqualTo(197);
    assertThat(world.timeline().getFirst())
        .contains("a storm: more than 3 pages within 5 min of checkout");
    world.acknowledges("ana");
    world.routing().reportHosts(201, 250);
    assertThat(world.pages()).hasSize(4);
    assertThat(world.page().alertCount()).isEqualTo(247);
  }

  @Test
  void afterTheBurstEachAlertIsItsOwnPageAgain() {
    world.onDuty("ana", "ben").policy("1 h");
    world.routing().storm(2, "5 min").always("each", apart()).reportHosts(1, 3);
    world.phone("ana").expectSms("Storm of alerts").expectSms("host 2").expectSms("host 1");
    world.fastForward("6 min");
    world.routing().reportHosts(4, 4);
    world.phone("ana").expectSms("[page 4] host 4 is down");
  }

  @Test
  void whoeverRaisesAPageInAStormIsHeardAllTheSame() {
    world.onDuty("ana", "ben").policy("1 h");
    world.routing().storm(2, "5 min").always("each", apart()).reportHosts(1, 3);
    world.phone("ana").expectSms("Storm of alerts").expectSms("host 2").expectSms("host 1");
    world.acknowledges("ana");
    world.raises("cho", "is anybody there?");
    world.phone("ana").expectSms("is anybody there?");
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }
}
