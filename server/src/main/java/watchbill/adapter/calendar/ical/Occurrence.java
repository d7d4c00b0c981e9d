package watchbill.adapter.calendar.ical;

import java.time.LocalDate;
import java.util.Optional;
import watchbill.time.Span;

/// One event, once.
///
/// @param days the days it is, when it is of whole days
/// @param summary on one line, cut to 200 characters
public record Occurrence(Span span, Optional<Days> days, String summary) {
  /// From one day to before another.
  public record Days(LocalDate from, LocalDate until) {}
}
