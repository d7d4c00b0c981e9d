package watchbill.adapter.web.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Measures a week in quarters of hours, 96 to each day whatever its real length: a day of 23 or 25
/// hours is as wide as any other, and what begins at half past it begins in its middle.
record WeekRule(LocalDate monday, ZoneId zone) {
  static final int DAYS = 7;
  static final int QUARTERS_A_DAY = 96;
  static final int LENGTH = DAYS * QUARTERS_A_DAY;

  /// How far into the week an instant lies, 0 to [LENGTH]; what is outside is taken to its end.
  int at(Instant at) {
    for (int day = 0; day < DAYS; day++) {
      Instant from = start(day);
      Instant until = start(day + 1);
      if (at.isBefore(until)) {
        return day * QUARTERS_A_DAY + (at.isAfter(from) ? quarters(from, at, until) : 0);
      }
    }
    return LENGTH;
  }

  /// Midnight, or when the clock first shows that day.
  private Instant start(int day) {
    return monday.plusDays(day).atStartOfDay(zone).toInstant();
  }

  private static int quarters(Instant from, Instant at, Instant until) {
    double part = (double) millis(from, at) / millis(from, until);
    return (int) Math.round(part * QUARTERS_A_DAY);
  }

  private static long millis(Instant from, Instant until) {
    return Duration.between(from, until).toMillis();
  }
}
