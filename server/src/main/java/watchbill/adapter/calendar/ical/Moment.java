package watchbill.adapter.calendar.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// A local time in a zone, or a day that has no time.
///
/// @param local midnight, for a day
record Moment(LocalDateTime local, ZoneRules zone, boolean isDay) {
  /// A time that occurs twice is the first of the two; one that does not exist is as much later as
  /// the clock was put forward.
  Instant instant() {
    ZoneOffsetTransition change = zone.getTransition(local);
    if (change == null) {
      return local.toInstant(zone.getOffset(local));
    }
    return local.toInstant(change.getOffsetBefore());
  }

  LocalDate date() {
    return local.toLocalDate();
  }

  Moment at(LocalDateTime other) {
    return new Moment(other, zone, isDay);
  }

  static Moment ofUtc(LocalDateTime local) {
    return new Moment(local, ZoneOffset.UTC.getRules(), false);
  }
}
