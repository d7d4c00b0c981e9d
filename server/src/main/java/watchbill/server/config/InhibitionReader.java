package watchbill.server.config;

import java.util.List;
import java.util.Optional;
import watchbill.kernel.Refusal;
import watchbill.restraint.InhibitionRule;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.pattern.Re2Patterns;
import watchbill.silence.Matcher;
import watchbill.silence.Matchers;

/// Reads `inhibit`.
final class InhibitionReader {
  private static final int LABELS_MAX = 20;

  private final Re2Patterns patterns = new Re2Patterns();

  Optional<InhibitionRule> read(String handle, Field field) {
    return field
        .fields("source", "target", "equal")
        .flatMap(rule -> {
          List<Matcher> source = matchers(rule, "source");
          List<Matcher> target = matchers(rule, "target");
          List<String> equal = rule.field("equal").map(InhibitionReader::labels).orElse(List.of());
          return source.isEmpty() || target.isEmpty()
              ? Optional.empty()
              : Optional.of(new InhibitionRule(source, target, equal));
        });
  }

  private List<Matcher> matchers(Fields rule, String key) {
    Optional<Field> field = rule.required(key, "a list of matchers");
    List<Matcher> matchers =
        field.stream()
            .flatMap(f -> f.items(1, Matchers.MATCHERS_MAX, "matchers").stream())
            .flatMap(item -> item.as(RestraintShapes.MATCHER).stream())
            .toList();
    if (!matchers.isEmpty()) {
      for (Refusal fault : Matchers.faults(matchers, patterns)) {
        field
            .get()
            .refuse(
                Mistake.Kind.VALUE, fault.seen() + " is not accepted; use " + fault.allowed(), "");
      }
    }
    return matchers;
  }

  private static List<String> labels(Field field) {
    return field.items(1, LABELS_MAX, "labels").stream()
        .flatMap(item -> item.as(RestraintShapes.LABEL).stream())
        .toList();
  }
}
