package watchbill.testkit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import watchbill.alert.Alert;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.AlertStore;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.RegionId;
import watchbill.catalog.ServiceId;
import watchbill.engine.Transactions;
import watchbill.rota.turn.Window;
import watchbill.route.Again;
import watchbill.route.Branch;
import watchbill.route.Calling;
import watchbill.route.Effect;
import watchbill.route.Facts;
import watchbill.route.Grouping;
import watchbill.route.Hours;
import watchbill.route.Question;
import watchbill.route.RoutePlan;
import watchbill.route.Rule;
import watchbill.route.Storm;

/// Where stories declare rules and hours, and where senders say more than that something is wrong.
///
/// Rules are asked in Java: which language they are written in is not the engine's business.
public final class RoutingDesk {
  private static final Window OFFICE =
      new Window(
          new Window.Days.OfWeek(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
          LocalTime.of(9, 0),
          LocalTime.of(18, 0));

  private final Declared declared;
  private final Consumer<List<AlertReport>> receive;
  private final Supplier<Instant> clock;
  private final Supplier<Transactions> transactions;

  RoutingDesk(
      Declared declared,
      Consumer<List<AlertReport>> receive,
      Supplier<Instant> clock,
      Supplier<Transactions> transactions) {
    this.declared = declared;
    this.receive = receive;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// What can wait is told from Monday to Friday, nine to six, in this zone.
  public RoutingDesk officeHours(String zone, String region) {
    return hours(zone, region, false);
  }

  /// The same by the clock and calendar of whoever would be woken.
  public RoutingDesk respondersHours(String zone) {
    return hours(zone, "", true);
  }

  /// A rule behind those there are.
  public RoutingDesk rule(String name, Function<Facts, Boolean> when, Effect then) {
    return add(new Rule(name, Optional.of(question(name, when)), then, false));
  }

  /// A rule behind which others are asked too.
  public RoutingDesk ruleThatGoesOn(String name, Function<Facts, Boolean> when, Effect then) {
    return add(new Rule(name, Optional.of(question(name, when)), then, true));
  }

  /// A rule for every alert.
  public RoutingDesk always(String name, Effect then) {
    return add(new Rule(name, Optional.empty(), then, false));
  }

  /// The rules are taken out of the configuration.
  public RoutingDesk noRules() {
    return declare(declared.routing().with(List.of()));
  }

  /// The integration brings routes along, as an `alertmanager.yml` has them.
  public RoutingDesk tree(Branch root) {
    return declare(declared.routing().withTrees(Map.of(Cast.PROMETHEUS, root)));
  }

  public RoutingDesk storm(int pages, String within) {
    RoutePlan plan = declared.routing();
    var storm = new Storm(pages, Spoken.length(within));
    return declare(
        new RoutePlan(plan.rules(), plan.ofTeams(), plan.ofServices(), storm, plan.trees()));
  }

  /// An alert of its own kind, with labels.
  public RoutingDesk report(String summary, Severity severity, Map<String, String> labels) {
    receive.accept(List.of(firing(summary, severity, labels)));
    return this;
  }

  /// The one open alert with this summary.
  public Alert alert(String summary) {
    return transactions
        .get()
        .read(stores -> stores.alerts().allOpen(AlertStore.Place.FIRST, Integer.MAX_VALUE))
        .stream()
        .filter(alert -> alert.condition().summary().equals(summary))
        .reduce((one, other) -> {
          throw new AssertionError("two alerts are open: " + one + ", " + other);
        })
        .orElseThrow(() -> new AssertionError("not open: " + summary));
  }

  /// One alert for each number, alike but for their `host`.
  public RoutingDesk reportHosts(int from, int to) {
    List<AlertReport> reports = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      reports.add(firing("host " + i + " is down", Severity.CRITICAL, Map.of("host", "h" + i)));
    }
    receive.accept(reports);
    return this;
  }

  /// An effect with an urgency alone.
  public static Effect urgency(Calling urgency) {
    return effect(Optional.empty(), Optional.of(urgency), Optional.empty());
  }

  public static Effect service(ServiceId service) {
    return effect(Optional.of(service), Optional.empty(), Optional.empty());
  }

  public static Effect grouped(String... labels) {
    Grouping by = new Grouping.ByLabels(List.of(labels));
    return effect(Optional.empty(), Optional.empty(), Optional.of(by));
  }

  public static Effect apart() {
    return effect(Optional.empty(), Optional.empty(), Optional.of(new Grouping.Apart()));
  }

  public static Effect labelled(String name, String value) {
    Effect none = Effect.NOTHING;
    return new Effect(
        none.service(),
        none.urgency(),
        none.grouping(),
        none.groupWait(),
        none.groupInterval(),
        none.again(),
        Map.of(name, value));
  }

  /// The same in its own time.
  public static Effect timed(Effect e, Duration groupWait, Duration groupInterval, Again again) {
    return new Effect(
        e.service(),
        e.urgency(),
        e.grouping(),
        Optional.of(groupWait),
        Optional.of(groupInterval),
        Optional.of(again),
        e.labels());
  }

  /// Whoever takes a page of it is told again when it is still open after this time.
  public static Effect toldAgainAfter(Duration timeout) {
    Effect none = Effect.NOTHING;
    return new Effect(
        none.service(),
        none.urgency(),
        none.grouping(),
        none.groupWait(),
        none.groupInterval(),
        none.again(),
        Optional.of(timeout),
        Map.of(),
        Optional.empty());
  }

  /// A question that is answered in Java; one that throws has no answer.
  public static <T> Question<T> question(String text, Function<Facts, T> answer) {
    return new Question<>() {
      @Override
      public Answer<T> ask(Facts facts) {
        try {
          return new Answer.Is<>(answer.apply(facts));
        } catch (IllegalStateException e) {
          return new Answer.Failed<>(String.valueOf(e.getMessage()));
        }
      }

      @Override
      public String text() {
        return text;
      }
    };
  }

  private static Effect effect(
      Optional<ServiceId> service, Optional<Calling> urgency, Optional<Grouping> grouping) {
    return new Effect(
        service, urgency, grouping, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  private AlertReport firing(String summary, Severity severity, Map<String, String> labels) {
    var condition = new Condition(summary, "web-1", severity, labels, Map.of());
    var key = AlertKey.of(Cast.PROMETHEUS, summary);
    return new AlertReport.Firing(key, summary, condition, clock.get(), Optional.empty());
  }

  private RoutingDesk hours(String zone, String region, boolean respondersOwn) {
    RoutePlan plan = declared.routing();
    Optional<RegionId> kept = Optional.of(region).filter(r -> !r.isEmpty()).map(RegionId::new);
    var hours = new Hours("payments", List.of(OFFICE), ZoneId.of(zone), kept, respondersOwn);
    return declare(
        new RoutePlan(
            plan.rules(), Map.of(Cast.PAYMENTS, hours), Map.of(), plan.storm(), plan.trees()));
  }

  private RoutingDesk add(Rule rule) {
    List<Rule> rules = new ArrayList<>(declared.routing().rules());
    rules.add(rule);
    return declare(declared.routing().with(rules));
  }

  private RoutingDesk declare(RoutePlan plan) {
    declared.routing(plan);
    return this;
  }
}
