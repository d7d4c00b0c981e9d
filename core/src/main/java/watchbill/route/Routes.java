package watchbill.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.route.Question.Answer;
import watchbill.route.Route.Turn;

/// Sends an alert through the rules. Pure.
public final class Routes {
  private static final int CONDITION_MAX = 100;

  private Routes() {}

  /// Where an alert goes: to its integration's service and as urgent as its severity, unless rules
  /// say otherwise. They are asked in order; the first that matches is the last, unless it goes on.
  ///
  /// @param facts with the integration's service as their place
  /// @param places what there is to know of another service, at this moment
  public static Route decide(
      RoutePlan plan, Facts facts, Function<ServiceId, Optional<Facts.Place>> places) {
    var way = new Way(facts, places);
    Optional<String> copyFor = Copies.route(facts.key());
    for (Rule rule : copyFor.isPresent() ? List.<Rule>of() : plan.rules()) {
      if (way.isOver) {
        break;
      }
      way.ask(rule);
    }
    if (!way.isOver) {
      plan.tree(new IntegrationId(facts.integration()))
          .map(tree -> end(tree, copyFor, facts))
          .ifPresent(way::follow);
    }
    return way.end();
  }

  /// A copy ends in the route it was made for, as long as there is one of this name.
  private static Branch end(Branch tree, Optional<String> copyFor, Facts facts) {
    return copyFor
        .flatMap(tree::find)
        .orElseGet(() -> tree.ends(facts.labels()).stream().findFirst().orElse(tree));
  }

  /// One alert's way from rule to rule.
  private static final class Way {
    private final Function<ServiceId, Optional<Facts.Place>> places;
    private final List<Turn> trail = new ArrayList<>();
    private final Map<String, String> added = new TreeMap<>();
    private Facts facts;
    private Calling calling;
    private Optional<String> calledBy = Optional.empty();
    private Grouping grouping = new Grouping.ByService();
    private String groupedBy = "";
    private Timing timing = Timing.AT_ONCE;
    private boolean isOver;

    Way(Facts facts, Function<ServiceId, Optional<Facts.Place>> places) {
      this.facts = facts;
      this.places = places;
      this.calling = Calling.of(facts.condition().severity().urgency());
    }

    void ask(Rule rule) {
      switch (rule.when().map(q -> q.ask(facts)).orElse(new Answer.Is<>(true))) {
        case Answer.Failed<Boolean>(var why) -> trail.add(new Turn.Failed(rule.name(), why));
        case Answer.Is<Boolean>(var yes) when !yes ->
            trail.add(new Turn.Passed(rule.name(), condition(rule)));
        case Answer.Is<Boolean> _ -> matched(rule);
      }
    }

    /// Follows the route of a tree in which the alert ends.
    void follow(Branch end) {
      matched(new Rule(end.name(), Optional.empty(), end.then(), false));
    }

    private void matched(Rule rule) {
      Effect then = rule.then();
      trail.add(new Turn.Matched(rule.name(), then.inWords(), rule.goesOn()));
      isOver = !rule.goesOn();
      added.putAll(then.labels());
      facts = facts.with(then.labels());
      then.service().ifPresent(service -> goTo(rule, service));
      then.urgency()
          .ifPresent(urgency -> {
            calling = urgency;
            calledBy = Optional.of(rule.name());
          });
      then.grouping()
          .ifPresent(by -> {
            grouping = by;
            groupedBy = rule.name();
          });
      timing =
          new Timing(
              then.groupWait().orElse(timing.groupWait()),
              then.groupInterval().orElse(timing.groupInterval()),
              then.again().orElse(timing.again()),
              then.acknowledgementTimeout().or(timing::acknowledgementTimeout),
              then.quiet().or(timing::quiet));
    }

    private void goTo(Rule rule, ServiceId service) {
      places
          .apply(service)
          .ifPresentOrElse(
              place -> facts = facts.at(place),
              () -> trail.add(new Turn.Failed(rule.name(), "there is no service " + service)));
    }

    Route end() {
      return new Route(
          facts.place().service(), calling, calledBy, group(), timing, Map.copyOf(added), trail);
    }

    /// A grouping that fails leaves the alert with the others of its service.
    private String group() {
      return switch (grouping) {
        case Grouping.ByService _ -> GroupKeys.ALL;
        case Grouping.Apart _ -> GroupKeys.apart(groupedBy, facts.integration(), facts.key());
        case Grouping.ByLabels(var names) ->
            GroupKeys.of(groupedBy, GroupKeys.labels(names, facts.labels()));
        case Grouping.ByExpression(var expression) ->
            switch (expression.ask(facts)) {
              case Answer.Is<String>(var text) -> GroupKeys.of(groupedBy, text);
              case Answer.Failed<String>(var why) -> {
                trail.add(new Turn.Failed(groupedBy, "group-by: " + why));
                yield GroupKeys.ALL;
              }
            };
      };
    }

    private static String condition(Rule rule) {
      String text = rule.when().map(Question::text).orElse("true");
      return text.length() > CONDITION_MAX ? text.substring(0, CONDITION_MAX) + "…" : text;
    }
  }
}
