package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.RoutingDesk.labelled;
import static watchbill.testkit.RoutingDesk.urgency;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.catalog.Urgency;
import watchbill.route.Calling;
import watchbill.testkit.World;

/// Rules say where an alert goes, and never lose one.
class RoutingTest {
  @AutoClose private final World world = new World();

  @Test
  void aRuleMakesACriticalAlertWaitUntilMorning() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .officeHours("Europe/Madrid", "")
        .rule("staging", f -> f.labels().containsKey("env"), urgency(Calling.WORKING_HOURS))
        .report("staging is down", Severity.CRITICAL, Map.of("env", "staging"));
    assertThat(world.page().urgency()).isEqualTo(Urgency.WORKING_HOURS);
    assertThat(world.timeline().getFirst()).endsWith("; rule staging");
    world.fastForward("5 h");
    world.phone("ben").expectEmail("staging is down");
  }

  @Test
  void aRuleThatSaysNeverKeepsTheAlertAndWakesNobody() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .rule("batch", f -> f.labels().containsKey("batch"), urgency(Calling.NEVER))
        .report("the batch is late", Severity.CRITICAL, Map.of("batch", "yes"));
    assertThat(world.pages()).isEmpty();
    world.fastForward("1 d");
    world.routing().report("checkout is down", Severity.CRITICAL, Map.of());
    world.phone("ben").expectSms("checkout is down");
  }

  @Test
  void aRuleThatFailsIsPassedOverAndThePageSaysSo() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .rule(
            "broken",
            _ -> {
              throw new IllegalStateException("division by zero");
            },
            urgency(Calling.NEVER))
        .report("checkout is down", Severity.CRITICAL, Map.of());
    world.phone("ana").expectSms("checkout is down");
    assertThat(world.timeline())
        .contains(
            "A rule could not be asked: rule broken: failed, so it was passed over: division by"
                + " zero");
  }

  @Test
  void aLabelThatOneRuleAddsIsSeenByTheNext() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .ruleThatGoesOn("own", _ -> true, labelled("team", "payments"))
        .rule("ours", f -> f.labels().containsKey("team"), urgency(Calling.NEVER))
        .report("checkout is down", Severity.CRITICAL, Map.of());
    assertThat(world.pages()).isEmpty();
  }

  @Test
  void whatAPersonRaisesIsNotForRules() {
    world.onDuty("ana", "ben");
    world.routing().always("nothing", urgency(Calling.NEVER));
    world.raises("ben", "please look at this");
    world.phone("ana").expectSms("please look at this");
  }
}
