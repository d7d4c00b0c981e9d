package watchbill.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.ingest.line.Line;
import watchbill.adapter.ingest.line.LineRule;
import watchbill.adapter.ingest.line.Template;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Value;

/// Reads the rules that make alerts of mails and lines.
final class LineRuleReader {
  private static final int RULES_MAX = 200;
  private static final int FIELDS_MAX = 10;

  private LineRuleReader() {}

  /// The rules, in order; those with a mistake are left out.
  static List<LineRule> read(Field field, int min) {
    return field.items(min, RULES_MAX, "rules").stream()
        .flatMap(rule -> rule(rule).stream())
        .toList();
  }

  private static Optional<LineRule> rule(Field field) {
    return field
        .fields("when", "level", "summary", "key", "resolves", "ignores")
        .flatMap(rule -> {
          List<LineRule.Where> when =
              rule.required("when", LineShapes.PATTERN.allowed())
                  .map(LineRuleReader::when)
                  .orElse(List.of());
          Optional<Template> summary = template("summary", rule, when);
          Optional<Template> key = template("key", rule, when);
          var level = rule.optional("level", LineShapes.LEVEL);
          LineRule.Then then = then(rule);
          return when.isEmpty()
              ? Optional.empty()
              : Optional.of(new LineRule(when, level, summary, key, then));
        });
  }

  /// One pattern is for the text; a mapping has one for each field it names.
  private static List<LineRule.Where> when(Field field) {
    if (!(field.value() instanceof Value.Mapping)) {
      return field.as(LineShapes.PATTERN).stream()
          .map(p -> new LineRule.Where(Line.TEXT, p))
          .toList();
    }
    List<LineRule.Where> when = new ArrayList<>();
    List<Field.Named> named = field.named(FIELDS_MAX, "fields to patterns");
    for (Field.Named one : named) {
      one.field().as(LineShapes.PATTERN).ifPresent(p -> when.add(new LineRule.Where(one.key(), p)));
    }
    if (named.isEmpty()) {
      field.refuseForm("a regular expression, or a mapping of fields to them");
    }
    return List.copyOf(when);
  }

  /// A group that no pattern has would be left empty, at night and for good.
  private static Optional<Template> template(String key, Fields rule, List<LineRule.Where> when) {
    Optional<Template> template = rule.optional(key, LineShapes.TEMPLATE);
    int groups = when.isEmpty() ? 9 : when.stream().mapToInt(w -> w.pattern().groupCount()).sum();
    template
        .filter(t -> t.groups() > groups)
        .ifPresent(t ->
            rule.field(key)
                .ifPresent(f ->
                    f.refuse(
                        Mistake.Kind.REFERENCE,
                        "$" + t.groups() + " stands for no group; the patterns have " + groups,
                        "a group is what stands in ( ) of a pattern of when, counted through")));
    return template;
  }

  private static LineRule.Then then(Fields rule) {
    boolean resolves = rule.optional("resolves", LineShapes.TRUTH).orElse(false);
    boolean ignores = rule.optional("ignores", LineShapes.TRUTH).orElse(false);
    if (resolves && ignores) {
      rule.field("ignores")
          .ifPresent(f ->
              f.refuse(
                  Mistake.Kind.VALUE, "a rule that resolves can't ignore; use one of the two", ""));
    }
    if (ignores) {
      return LineRule.Then.IGNORE;
    }
    return resolves ? LineRule.Then.RESOLVE : LineRule.Then.RAISE;
  }
}
