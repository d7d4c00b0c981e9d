package watchbill.noise;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import watchbill.catalog.Urgency;
import watchbill.notification.Notification;

/// Whose night a notification fell into. Pure.
public final class Nights {
  public static final LocalTime BEGINS = LocalTime.of(22, 0);
  public static final LocalTime ENDS = LocalTime.of(7, 0);

  private Nights() {}

  /// The night in which this woke its person, by the day on which it began; empty by day, when it
  /// never left, and when it was sent as what can wait: that wakes nobody.
  ///
  /// @param zone where the person lives
  static Optional<LocalDate> night(Notification told, ZoneId zone) {
    return told.leftAt()
        .filter(_ -> told.urgency() == Urgency.NOW)
        .map(at -> LocalDateTime.ofInstant(at, zone))
        .filter(Nights::isNight)
        .map(at ->
            at.toLocalTime().isBefore(ENDS) ? at.toLocalDate().minusDays(1) : at.toLocalDate());
  }

  private static boolean isNight(LocalDateTime at) {
    return !at.toLocalTime().isBefore(BEGINS) || at.toLocalTime().isBefore(ENDS);
  }
}
