package watchbill.adapter.ingest.opsgenie;

import java.util.Optional;
import watchbill.alert.Severity;

/// P1 to P5, and how bad each is unless [Priorities] say otherwise.
enum Priority {
  P1(Severity.CRITICAL),
  P2(Severity.ERROR),
  P3(Severity.WARNING),
  P4(Severity.INFO),
  P5(Severity.INFO);

  /// The label that keeps the sender's own word.
  static final String LABEL = "priority";

  /// What an alert is shown with whose sender named none.
  static final Priority UNSAID = P3;

  /// Nobody said that it can wait, so it wakes somebody: better once too often.
  static final Severity UNSAID_SEVERITY = Severity.ERROR;

  static final String ALLOWED = "P1, P2, P3, P4 or P5";

  private final Severity severity;

  Priority(Severity severity) {
    this.severity = severity;
  }

  Severity severity() {
    return severity;
  }

  static Optional<Priority> of(String word) {
    for (Priority priority : values()) {
      if (priority.name().equalsIgnoreCase(word)) {
        return Optional.of(priority);
      }
    }
    return Optional.empty();
  }
}
