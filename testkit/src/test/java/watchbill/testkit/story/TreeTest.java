package watchbill.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.testkit.RoutingDesk.urgency;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import watchbill.alert.Severity;
import watchbill.escalation.Page;
import watchbill.route.Branch;
import watchbill.route.Calling;
import watchbill.route.Effect;
import watchbill.route.Grouping;
import watchbill.route.Quiet;
import watchbill.route.TimeInterval;
import watchbill.testkit.World;

/// The routes of an Alertmanager, in an integration that took its place.
class TreeTest {
  @AutoClose private final World world = new World();

  @Test
  void anAlertThatEndsInTwoRoutesIsTwoPagesWithLivesOfTheirOwn() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .tree(root(branch("archive", "db", true, grouped()), branch("db", "db", false, grouped())))
        .report("db is down", Severity.CRITICAL, Map.of("team", "db"));
    assertThat(world.pages()).extracting(Page::alertCount).containsExactly(1L, 1L);
    world.phone("ana").expectSms("[page 2] db is down");
    world.phone("ana").expectSms("[page 1] db is down").acknowledges();
    assertThat(world.pages()).extracting(p -> p.escalation().needsSomebody()).contains(true, false);
    world.reportEnd("db is down");
    assertThat(world.pages()).allMatch(p -> p.escalation().isResolved());
  }

  @Test
  void whatEndsInOneRouteIsOnePage() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .tree(root(branch("archive", "db", true, grouped()), branch("db", "db", false, grouped())))
        .report("web is down", Severity.CRITICAL, Map.of("team", "web"));
    world.phone("ana").expectSms("web is down");
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void aReceiverThatTellsNobodyWakesNobody() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .tree(root(branch("null", "db", false, urgency(Calling.NEVER))))
        .report("db is down", Severity.CRITICAL, Map.of("team", "db"));
    assertThat(world.pages()).isEmpty();
  }

  /// It is Monday, three in the night.
  @Test
  void aRouteThatIsQuietIsHeldUntilItsIntervalEnds() {
    world.onDuty("ana", "ben");
    world
        .routing()
        .tree(root(branch("db", "db", false, quietOn(DayOfWeek.MONDAY))))
        .report("db is down", Severity.CRITICAL, Map.of("team", "db"));
    world.fastForward("20 h");
    world.phone("ben").expectSilence();
    world.fastForward("1 h");
    world.phone("ben").expectSms("db is down");
  }

  private static Branch root(Branch... below) {
    return new Branch("route", "all", _ -> true, grouped(), false, List.of(below));
  }

  private static Branch branch(String name, String team, boolean goesOn, Effect then) {
    return new Branch(
        name, name, labels -> team.equals(labels.get("team")), then, goesOn, List.of());
  }

  private static Effect grouped() {
    return effect(Optional.empty());
  }

  private static Effect quietOn(DayOfWeek day) {
    var interval =
        new TimeInterval(
            List.of(), EnumSet.of(day), List.of(), List.of(), List.of(), ZoneId.of("UTC"));
    return effect(Optional.of(new Quiet(day.toString(), List.of(interval), List.of())));
  }

  private static Effect effect(Optional<Quiet> quiet) {
    return new Effect(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Grouping.ByLabels(List.of())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        quiet);
  }
}
