package watchbill.workload;

import java.util.Locale;

/// What an hour of duty costs the one who has it.
public enum HourKind {
  WORKING,
  EVENING,
  NIGHT,
  WEEKEND,
  HOLIDAY;

  /// As written in the configuration, the store and on pages: `night`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static HourKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
