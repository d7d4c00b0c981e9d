package watchbill.adapter.ingest.line;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Severity;

/// One thing a sender wrote, before any rule looked at it.
///
/// @param text what a rule looks at that names no field
/// @param summary what is said of it by a rule that has no words of its own
/// @param level how bad it is by a rule that does not say; the sender's own word for it
/// @param source where it is seen: a host; may be empty
/// @param same what two lines have in common that are about the same, see [Folding]
/// @param at when it happened
/// @param fields what rules may name beside the labels
/// @param labels what identifies it; rules may name them too
/// @param details what describes it
public record Line(
    String text,
    String summary,
    Severity level,
    String source,
    Sameness same,
    Instant at,
    Map<String, String> fields,
    Map<String, String> labels,
    Map<String, String> details) {
  /// The field that every line has.
  public static final String TEXT = "text";

  /// What makes the alert of a line that no rule gives a key.
  public sealed interface Sameness {
    /// What is said of it, its numbers folded, within this scope: a host and a program.
    record BySummary(String scope) implements Sameness {}

    /// A thread of mails.
    record ByKey(String key) implements Sameness {}
  }

  /// The text, a field or a label, by its name.
  public Optional<String> field(String name) {
    if (name.equals(TEXT)) {
      return Optional.of(text);
    }
    return Optional.ofNullable(fields.get(name)).or(() -> Optional.ofNullable(labels.get(name)));
  }
}
