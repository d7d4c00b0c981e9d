package watchbill.catalog;

import java.util.Locale;

/// Is it actionable, or can it wait until morning?
public enum Urgency {
  /// Wakes somebody.
  NOW,
  /// Told by the ways a person chose for the day.
  WORKING_HOURS;

  /// As written in the configuration: `now`, `working-hours`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Urgency ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
