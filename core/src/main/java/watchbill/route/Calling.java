package watchbill.route;

import java.util.Locale;
import java.util.Optional;
import watchbill.catalog.Urgency;

/// Whether somebody is called for an alert, and when they may be.
public enum Calling {
  NOW,
  WORKING_HOURS,
  /// The alert is kept, and nobody is woken for it.
  NEVER;

  /// As written in the configuration: `working-hours`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Calling of(Urgency urgency) {
    return switch (urgency) {
      case NOW -> NOW;
      case WORKING_HOURS -> WORKING_HOURS;
    };
  }

  /// Of the page; empty when there is none.
  public Optional<Urgency> urgency() {
    return switch (this) {
      case NOW -> Optional.of(Urgency.NOW);
      case WORKING_HOURS -> Optional.of(Urgency.WORKING_HOURS);
      case NEVER -> Optional.empty();
    };
  }
}
