package watchbill.route;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.CHECKOUT;
import static watchbill.crew.Crew.PAYMENTS;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;

class GroupLabelsTest {
  private static final IntegrationId PROMETHEUS = new IntegrationId("prometheus");
  private static final Map<String, String> LABELS =
      Map.of("alertname", "Disk", "cluster", "eu, \\south", "host", "h1");
  private static final Grouping BY_CLUSTER =
      new Grouping.ByLabels(List.of("cluster", "alertname", "missing"));

  @Test
  void theyAreThoseByWhichTheRuleGroups() {
    RoutePlan plan = plan(rule("whole", BY_CLUSTER));
    assertThat(shared(plan, LABELS))
        .isEqualTo(Map.of("alertname", "Disk", "cluster", "eu, \\south"));
  }

  @Test
  void aGroupWhoseTextIsCutIsKnownToo() {
    Map<String, String> labels = Map.of("cluster", "eu".repeat(300));
    RoutePlan plan = plan(rule("whole", BY_CLUSTER));
    assertThat(group(plan, labels)).contains("…");
    assertThat(shared(plan, labels)).isEqualTo(labels);
  }

  @Test
  void whatStandsByItselfSharesAllItHas() {
    assertThat(shared(plan(rule("apart", new Grouping.Apart())), LABELS)).isEqualTo(LABELS);
  }

  @Test
  void aRouteThatAnIntegrationBringsAlongCountsToo() {
    Effect then = grouped(BY_CLUSTER);
    var root = new Branch("route", "team", _ -> true, Effect.NOTHING, false, List.of());
    var below = new Branch("route.routes[0]", "team", _ -> true, then, false, List.of());
    var tree = new Branch("route", "team", _ -> true, root.then(), false, List.of(below));
    RoutePlan plan = RoutePlan.NONE.withTrees(Map.of(PROMETHEUS, tree));
    assertThat(shared(plan, LABELS)).containsOnlyKeys("alertname", "cluster");
  }

  @Test
  void whatIsGroupedByServiceOrExpressionSharesNoLabels() {
    assertThat(shared(RoutePlan.NONE, LABELS)).isEmpty();
    assertThat(shared(plan(rule("service", new Grouping.ByService())), LABELS)).isEmpty();
    var expression = new Grouping.ByExpression(always("alertname=Disk"));
    assertThat(shared(plan(rule("text", expression)), LABELS)).isEmpty();
  }

  @Test
  void aRuleThatIsGoneOrWasEditedSaysNothing() {
    String group = group(plan(rule("whole", BY_CLUSTER)), LABELS);
    assertThat(shared(RoutePlan.NONE, group, LABELS)).isEmpty();
    RoutePlan edited = plan(rule("whole", new Grouping.ByLabels(List.of("cluster"))));
    assertThat(shared(edited, group, LABELS)).isEmpty();
    assertThat(shared(plan(rule("whole", BY_CLUSTER)), GroupKeys.STORM, LABELS)).isEmpty();
  }

  private static Map<String, String> shared(RoutePlan plan, Map<String, String> labels) {
    return shared(plan, group(plan, labels), labels);
  }

  private static Map<String, String> shared(
      RoutePlan plan, String group, Map<String, String> labels) {
    return GroupLabels.of(plan, group, new GroupLabels.Member(PROMETHEUS, "k", labels));
  }

  /// As an alert with these labels gets it.
  private static String group(RoutePlan plan, Map<String, String> labels) {
    var condition = new Condition("disk is full", "h1", Severity.ERROR, labels, Map.of());
    var place = new Facts.Place(CHECKOUT, PAYMENTS, 1, LocalDateTime.of(2025, 1, 6, 4, 0), false);
    var facts = new Facts("prometheus", "alertmanager", "k", condition, labels, place);
    return Routes.decide(plan, facts, _ -> Optional.empty()).group();
  }

  private static RoutePlan plan(Rule rule) {
    return RoutePlan.NONE.with(List.of(rule));
  }

  private static Rule rule(String name, Grouping by) {
    return new Rule(name, Optional.empty(), grouped(by), false);
  }

  private static Effect grouped(Grouping by) {
    Effect none = Effect.NOTHING;
    return new Effect(
        none.service(),
        none.urgency(),
        Optional.of(by),
        none.groupWait(),
        none.groupInterval(),
        none.again(),
        Map.of());
  }

  private static Question<String> always(String text) {
    return new Question<>() {
      @Override
      public Answer<String> ask(Facts facts) {
        return new Answer.Is<>(text);
      }

      @Override
      public String text() {
        return text;
      }
    };
  }
}
