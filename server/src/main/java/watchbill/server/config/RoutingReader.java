package watchbill.server.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import watchbill.adapter.rule.cel.CelRules;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;
import watchbill.route.Effect;
import watchbill.route.Grouping;
import watchbill.route.Hours;
import watchbill.route.Question;
import watchbill.route.RoutePlan;
import watchbill.route.Rule;
import watchbill.route.Storm;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;

/// Reads `routing`. Each expression is compiled here, so that one that is wrong is a mistake of the
/// file and not of the night.
final class RoutingReader {
  private static final int RULES = 500;
  private static final int LABELS = 20;
  private static final String APART = "...";
  private static final String BY_SERVICE = "service";

  private final Handles services;
  private final Set<String> names = new HashSet<>();
  private @Nullable CelRules cel;

  RoutingReader(Handles services) {
    this.services = services;
  }

  RoutePlan read(
      Optional<Field> section, Map<TeamId, Hours> ofTeams, Map<ServiceId, Hours> ofServices) {
    Optional<Fields> routing = section.flatMap(f -> f.fields("rules", "storm"));
    List<Rule> rules =
        routing
            .flatMap(f -> f.field("rules"))
            .map(f -> f.items(0, RULES, "rules"))
            .orElse(List.of())
            .stream()
            .map(this::rule)
            .flatMap(Optional::stream)
            .toList();
    Storm storm =
        routing
            .flatMap(f -> f.field("storm"))
            .flatMap(f -> f.fields("pages", "within"))
            .map(RoutingReader::storm)
            .orElse(Storm.USUAL);
    return new RoutePlan(rules, ofTeams, ofServices, storm);
  }

  private static Storm storm(Fields storm) {
    return new Storm(
        storm.optional("pages", RoutingShapes.STORM_PAGES).orElse(Storm.USUAL.pages()),
        storm.optional("within", RoutingShapes.STORM_WITHIN).orElse(Storm.USUAL.within()));
  }

  private Optional<Rule> rule(Field field) {
    return field
        .fields(
            "name",
            "when",
            "service",
            "urgency",
            "group-by",
            "group-wait",
            "group-interval",
            "again",
            "acknowledgement-timeout",
            "labels",
            "continue")
        .flatMap(rule -> {
          Optional<String> name = name(rule);
          Optional<Question<Boolean>> when = rule.field("when").flatMap(this::condition);
          Effect then = effect(rule);
          boolean goesOn = rule.optional("continue", RoutingShapes.YES_OR_NO).orElse(false);
          // A condition that is wrong must not become one that is always so.
          boolean whole = when.isPresent() || !rule.has("when");
          return name.filter(_ -> whole).map(n -> new Rule(n, when, then, goesOn));
        });
  }

  private Optional<String> name(Fields rule) {
    Optional<String> name = rule.required("name", Shapes.HANDLE);
    name.filter(n -> !names.add(n))
        .flatMap(_ -> rule.field("name"))
        .ifPresent(f ->
            f.refuse(
                Mistake.Kind.DUPLICATE,
                f.shown(false) + " is the name of another rule",
                "give each its own: it is how people are told what a rule did"));
    return name;
  }

  private Effect effect(Fields rule) {
    Optional<Duration> interval = rule.optional("group-interval", RoutingShapes.GROUP_INTERVAL);
    return new Effect(
        rule.field("service").flatMap(services::named).map(ServiceId::new),
        rule.optional("urgency", RoutingShapes.CALLING),
        rule.field("group-by").flatMap(this::grouping),
        rule.optional("group-wait", RoutingShapes.GROUP_WAIT),
        interval,
        rule.optional("again", RoutingShapes.AGAIN),
        rule.optional("acknowledgement-timeout", Shapes.ACKNOWLEDGEMENT_TIMEOUT),
        labels(rule),
        Optional.empty());
  }

  private static Map<String, String> labels(Fields rule) {
    Map<String, String> labels = new TreeMap<>();
    rule.field("labels")
        .map(f -> f.named(LABELS, "labels"))
        .orElse(List.of())
        .forEach(label ->
            label.field().as(Shapes.NAME).ifPresent(text -> labels.put(label.key(), text)));
    return labels;
  }

  /// A list of labels; or `service`, `...` for each alert by itself, or an expression.
  private Optional<Grouping> grouping(Field field) {
    if (field.isListing()) {
      List<String> labels = new ArrayList<>();
      field.items(1, LABELS, "labels").forEach(f -> f.as(Shapes.NAME).ifPresent(labels::add));
      return labels.isEmpty()
          ? Optional.empty()
          : Optional.of(
              labels.contains(APART) ? new Grouping.Apart() : new Grouping.ByLabels(labels));
    }
    if (field.isOneOf(Set.of(APART))) {
      return Optional.of(new Grouping.Apart());
    }
    if (field.isOneOf(Set.of(BY_SERVICE))) {
      return Optional.of(new Grouping.ByService());
    }
    return field
        .as(RoutingShapes.EXPRESSION)
        .flatMap(text -> question(field, cel().text(text)))
        .map(Grouping.ByExpression::new);
  }

  private Optional<Question<Boolean>> condition(Field field) {
    return field
        .as(RoutingShapes.EXPRESSION)
        .flatMap(text -> question(field, cel().condition(text)));
  }

  private static <T> Optional<Question<T>> question(Field field, CelRules.Compiled<T> compiled) {
    return switch (compiled) {
      case CelRules.Compiled.Right<T>(var question) -> Optional.of(question);
      case CelRules.Compiled.Wrong<T>(var mistakes) -> {
        mistakes.forEach(m ->
            field.refuse(
                Mistake.Kind.VALUE,
                "this expression is not accepted; " + m,
                "docs/guides/routing.md lists all that it may name"));
        yield Optional.empty();
      }
    };
  }

  private CelRules cel() {
    CelRules made = cel;
    if (made == null) {
      made = new CelRules();
      cel = made;
    }
    return made;
  }
}
