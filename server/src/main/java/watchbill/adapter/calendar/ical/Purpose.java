package watchbill.adapter.calendar.ical;

import java.util.Locale;
import java.util.Set;

/// What a file is read for: which of its events count.
public enum Purpose {
  /// Events that make somebody busy.
  LEAVE,
  /// Events of whole days. Most calendars of holidays say that theirs make nobody busy.
  HOLIDAYS;

  /// Busy only elsewhere, or not at all, as Outlook writes it.
  private static final Set<String> AT_HAND = Set.of("FREE", "WORKINGELSEWHERE");

  boolean counts(Component event) {
    if (event.says("STATUS", "CANCELLED")) {
      return false;
    }
    return switch (this) {
      case LEAVE -> !event.says("TRANSP", "TRANSPARENT") && !isAtHand(event);
      case HOLIDAYS -> isOfDays(event) && !isMerelyObserved(event);
    };
  }

  private static boolean isAtHand(Component event) {
    return event
        .one("X-MICROSOFT-CDO-BUSYSTATUS")
        .filter(p -> AT_HAND.contains(p.value().strip().toUpperCase(Locale.ROOT)))
        .isPresent();
  }

  private static boolean isOfDays(Component event) {
    return event.one("DTSTART").filter(p -> !p.value().contains("T")).isPresent();
  }

  /// Google's calendars of holidays hold days that everybody works, and say so there.
  private static boolean isMerelyObserved(Component event) {
    return event
        .one("DESCRIPTION")
        .filter(p -> p.value().toLowerCase(Locale.ROOT).startsWith("observance"))
        .isPresent();
  }
}
