package watchbill.alert;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a report says is wrong, in the sender's words.
///
/// @param summary one line; 1 to 1024 characters
/// @param source where it is seen: a host, an instance; may be empty
/// @param labels what identifies it, sorted by name
/// @param details what describes it: annotations, custom details, links
public record Condition(
    String summary,
    String source,
    Severity severity,
    Map<String, String> labels,
    Map<String, String> details) {

  /// Tells whether a resend says anything new. Stored, so it is built from hash codes that are the
  /// same in every process; an enum's own is not.
  public int fingerprint() {
    return Objects.hash(summary, source, severity.word(), labels, details);
  }

  /// The same with more labels; one that is there already gets the new value.
  public Condition labelled(Map<String, String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, String> all = new TreeMap<>(labels);
    all.putAll(more);
    return new Condition(summary, source, severity, all, details);
  }
}
