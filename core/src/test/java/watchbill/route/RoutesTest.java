package watchbill.route;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.CHECKOUT;
import static watchbill.crew.Crew.PAYMENTS;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;

class RoutesTest {
  private static final ServiceId DATABASE = new ServiceId("database");

  @Test
  void withoutRulesItGoesWhereItAlwaysWent() {
    for (Severity severity : Severity.values()) {
      Route route = decide(List.of(), facts(severity, Map.of()));
      assertThat(route.service()).isEqualTo(CHECKOUT);
      assertThat(route.calling().urgency()).contains(severity.urgency());
      assertThat(route.group()).isEmpty();
      assertThat(route.timing()).isEqualTo(Timing.AT_ONCE);
      assertThat(route.byWhat()).isEqualTo("no rule");
    }
  }

  @Test
  void theFirstThatMatchesIsTheLast() {
    Route route =
        decide(
            List.of(
                rule("no", _ -> false, urgency(Calling.NEVER), false),
                rule("yes", _ -> true, urgency(Calling.WORKING_HOURS), false),
                rule("late", _ -> true, urgency(Calling.NEVER), false)),
            facts(Severity.CRITICAL, Map.of()));
    assertThat(route.calling()).isEqualTo(Calling.WORKING_HOURS);
    assertThat(route.calledBy()).contains("yes");
    assertThat(route.trail())
        .extracting(Route.Turn::inWords)
        .containsExactly("rule no: no, no? is not so", "rule yes: matched, urgency working-hours");
  }

  @Test
  void oneThatGoesOnLeavesTheRestToOthers() {
    Effect toDatabase = effect(Optional.of(DATABASE), Optional.empty(), Optional.empty());
    Route route =
        decide(
            List.of(
                rule("move", _ -> true, toDatabase, true),
                rule(
                    "there",
                    f -> f.place().service().equals(DATABASE) && f.place().tier() == 4,
                    urgency(Calling.NEVER),
                    false)),
            facts(Severity.CRITICAL, Map.of()));
    assertThat(route.service()).isEqualTo(DATABASE);
    assertThat(route.calling()).isEqualTo(Calling.NEVER);
    assertThat(route.byWhat()).isEqualTo("rules move, there");
  }

  @Test
  void aRuleThatFailsHasSaidNothing() {
    Route route =
        decide(
            List.of(new Rule("broken", Optional.of(failing()), urgency(Calling.NEVER), false)),
            facts(Severity.CRITICAL, Map.of()));
    assertThat(route.calling()).isEqualTo(Calling.NOW);
    assertThat(route.rules()).isEmpty();
    assertThat(route.failures())
        .extracting(Route.Turn::inWords)
        .containsExactly("rule broken: failed, so it was passed over: no such number");
  }

  @Test
  void aServiceThatIsGoneIsNotGoneTo() {
    Effect nowhere = effect(Optional.of(new ServiceId("gone")), Optional.empty(), Optional.empty());
    Route route =
        decide(List.of(rule("move", _ -> true, nowhere, false)), facts(Severity.ERROR, Map.of()));
    assertThat(route.service()).isEqualTo(CHECKOUT);
    assertThat(route.failures()).hasSize(1);
  }

  @Test
  void aGroupingThatFailsLeavesTheAlertWithTheOthers() {
    Effect broken =
        effect(
            Optional.empty(), Optional.empty(), Optional.of(new Grouping.ByExpression(failing())));
    Route route =
        decide(List.of(rule("group", _ -> true, broken, false)), facts(Severity.ERROR, Map.of()));
    assertThat(route.group()).isEmpty();
    assertThat(route.failures()).hasSize(1);
  }

  @Test
  void noTwoDifferentGroupsHaveOneKey() {
    long seed = new Random().nextLong();
    System.out.println("RoutesTest: seed " + seed);
    var random = new Random(seed);
    Effect byLabels =
        effect(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Grouping.ByLabels(List.of("b", "a"))));
    List<Rule> rules = List.of(rule("g", _ -> true, byLabels, false));
    Set<List<String>> values = new HashSet<>();
    Set<String> keys = new HashSet<>();
    String letters = ",=\\ ab";
    for (int i = 0; i < 2_000; i++) {
      String a = text(random, letters);
      String b = random.nextInt(50) == 0 ? "long ".repeat(60) + a : text(random, letters);
      values.add(List.of(a, b));
      String key = decide(rules, facts(Severity.ERROR, Map.of("a", a, "b", b))).group();
      assertThat(key.length()).isLessThanOrEqualTo(200);
      keys.add(key);
    }
    assertThat(keys).as("seed %s", seed).hasSameSizeAs(values);
  }

  private static String text(Random random, String letters) {
    var text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static Route decide(List<Rule> rules, Facts facts) {
    Function<ServiceId, Optional<Facts.Place>> places =
        id ->
            id.equals(DATABASE)
                ? Optional.of(
                    new Facts.Place(
                        DATABASE, PAYMENTS, 4, LocalDateTime.of(2025, 1, 6, 4, 0), false))
                : Optional.empty();
    return Routes.decide(RoutePlan.NONE.with(new ArrayList<>(rules)), facts, places);
  }

  private static Facts facts(Severity severity, Map<String, String> labels) {
    return new Facts(
        "prometheus",
        "alertmanager",
        "k",
        new Condition("checkout is down", "web-1", severity, labels, Map.of()),
        labels,
        new Facts.Place(CHECKOUT, PAYMENTS, 1, LocalDateTime.of(2025, 1, 6, 4, 0), false));
  }

  private static Rule rule(
      String name, Function<Facts, Boolean> when, Effect then, boolean goesOn) {
    return new Rule(name, Optional.of(question(name + "?", when)), then, goesOn);
  }

  private static Effect urgency(Calling urgency) {
    return effect(Optional.empty(), Optional.of(urgency), Optional.empty());
  }

  private static Effect effect(
      Optional<ServiceId> service, Optional<Calling> urgency, Optional<Grouping> grouping) {
    Optional<Duration> none = Optional.empty();
    return new Effect(service, urgency, grouping, none, none, Optional.empty(), Map.of());
  }

  private static <T> Question<T> failing() {
    return new Question<>() {
      @Override
      public Answer<T> ask(Facts facts) {
        return new Answer.Failed<>("no such number");
      }

      @Override
      public String text() {
        return "broken";
      }
    };
  }

  private static Question<Boolean> question(String text, Function<Facts, Boolean> answer) {
    return new Question<>() {
      @Override
      public Answer<Boolean> ask(Facts facts) {
        return new Answer.Is<>(answer.apply(facts));
      }

      @Override
      public String text() {
        return text;
      }
    };
  }
}
