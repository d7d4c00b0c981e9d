package watchbill.route;

import java.util.Locale;

/// When a group that is in somebody's hands pages again.
public enum Again {
  /// When an alert joins that this page has not had, and when it gets worse. Unless a rule says
  /// otherwise: to add in silence to what somebody has taken is how the second fault is missed.
  ON_NEW,
  /// Only when it gets worse than it was.
  ON_SEVERITY,
  /// Whoever has it has all that comes.
  NEVER;

  /// As written in the configuration: `on-new`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
