package watchbill.alert;

import java.util.Locale;
import watchbill.catalog.Urgency;

/// How bad the sender says it is.
public enum Severity {
  CRITICAL,
  ERROR,
  WARNING,
  INFO;

  /// As written on the wire and in the store: `critical`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Severity ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// What is critical or an error wakes somebody; for the rest people are told by the ways they
  /// chose for the day.
  public Urgency urgency() {
    return switch (this) {
      case CRITICAL, ERROR -> Urgency.NOW;
      case WARNING, INFO -> Urgency.WORKING_HOURS;
    };
  }
}
