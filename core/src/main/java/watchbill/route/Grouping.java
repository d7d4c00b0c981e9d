package watchbill.route;

import java.util.List;
import java.util.stream.Collectors;

/// Which alerts of a service are one page.
public sealed interface Grouping {
  /// All of them: whoever answers sees all that is wrong with the service.
  record ByService() implements Grouping {}

  /// Those in which these labels are the same. One that is missing is as good as empty.
  record ByLabels(List<String> labels) implements Grouping {
    public ByLabels {
      labels = labels.stream().sorted().distinct().toList();
    }
  }

  /// Each is a page of its own.
  record Apart() implements Grouping {}

  /// Those for which a rule's expression gives the same text.
  record ByExpression(Question<String> expression) implements Grouping {}

  /// `by service`, `by alertname, cluster`.
  default String inWords() {
    return switch (this) {
      case ByService _ -> "by service";
      case ByLabels(var labels) -> "by " + labels.stream().collect(Collectors.joining(", "));
      case Apart _ -> "each alert by itself";
      case ByExpression(var expression) -> "by " + expression.text();
    };
  }
}
