package watchbill.adapter.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.web.Clock;
import watchbill.time.WallClock;

/// For how long a page may be put off by a button.
///
/// @param value what the form sends
/// @param words what the button says
public record SnoozeChoice(String value, String words) {
  private static final SnoozeChoice HOUR = new SnoozeChoice("1h", "1 h");
  private static final SnoozeChoice FOUR_HOURS = new SnoozeChoice("4h", "4 h");
  private static final SnoozeChoice MORNING = new SnoozeChoice("morning", "until tomorrow 09:00");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  static List<SnoozeChoice> all() {
    return List.of(HOUR, FOUR_HOURS, MORNING);
  }

  static Optional<SnoozeChoice> of(String value) {
    return Stream.of(HOUR, FOUR_HOURS, MORNING).filter(c -> c.value.equals(value)).findFirst();
  }

  /// The instant it means to this reader.
  Instant until(Clock clock) {
    if (equals(MORNING)) {
      LocalDate tomorrow = LocalDate.ofInstant(clock.now(), clock.zone()).plusDays(1);
      return WallClock.first(tomorrow.atTime(NINE), clock.zone());
    }
    return clock.now().plus(Duration.ofHours(equals(HOUR) ? 1 : 4));
  }
}
