package watchbill.adapter.ingest.opsgenie;

import java.util.EnumMap;
import java.util.Map;
import watchbill.alert.Severity;

/// How bad each priority is for one integration. What follows for people, the rules of routing say.
public final class Priorities {
  /// Where the configuration says nothing else.
  public static final Priorities USUAL = new Priorities(new EnumMap<>(Priority.class));

  private final Map<Priority, Severity> severities;

  private Priorities(Map<Priority, Severity> differing) {
    this.severities = new EnumMap<>(Priority.class);
    for (Priority priority : Priority.values()) {
      severities.put(priority, differing.getOrDefault(priority, priority.severity()));
    }
  }

  /// The usual ones, but for these.
  ///
  /// @param differing by the word of the priority: `P3`; one that is no priority is left out
  public static Priorities of(Map<String, Severity> differing) {
    Map<Priority, Severity> known = new EnumMap<>(Priority.class);
    differing.forEach(
        (word, severity) -> Priority.of(word).ifPresent(priority -> known.put(priority, severity)));
    return new Priorities(known);
  }

  Severity severity(Priority priority) {
    return severities.getOrDefault(priority, priority.severity());
  }
}
