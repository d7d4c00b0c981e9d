package watchbill.request;

import java.util.HashMap;
import java.util.Map;
import watchbill.alert.Condition;
import watchbill.alert.Severity;

/// What is said anew of a condition.
public sealed interface Rewording {
  record Summary(String summary) implements Rewording {}

  /// One detail; an empty text takes it away.
  record Detail(String name, String text) implements Rewording {}

  /// How bad it is.
  ///
  /// @param label under which the sender's own word for it is kept
  record Graded(Severity severity, String label, String word) implements Rewording {}

  /// As an outcome calls it.
  default String action() {
    return switch (this) {
      case Summary _ -> "UpdateMessage";
      case Detail _ -> "UpdateDescription";
      case Graded _ -> "UpdatePriority";
    };
  }

  /// The condition in the new words.
  default Condition of(Condition old) {
    return switch (this) {
      case Summary(var summary) ->
          new Condition(summary, old.source(), old.severity(), old.labels(), old.details());
      case Detail(var name, var text) -> {
        Map<String, String> details = new HashMap<>(old.details());
        if (text.isEmpty()) {
          details.remove(name);
        } else {
          details.put(name, text);
        }
        yield Amendments.withDetails(old, details);
      }
      case Graded(var severity, var label, var word) -> {
        Map<String, String> labels = new HashMap<>(old.labels());
        labels.put(label, word);
        Condition labelled = Amendments.withLabels(old, labels);
        yield new Condition(
            labelled.summary(), labelled.source(), severity, labelled.labels(), labelled.details());
      }
    };
  }
}
