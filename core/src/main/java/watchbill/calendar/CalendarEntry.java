package watchbill.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import watchbill.time.Span;

/// One entry of a feed, as a calendar program shows it.
///
/// @param uid names the entry for ever, across all changes of it; unique in the world
/// @param sequence grows with each change that matters to its reader; 0 at first
/// @param summary one line: `On duty: payments, primary`
/// @param description more words; may be empty
/// @param changedAt when it last changed
/// @param alarms how long before the start its reader is reminded
/// @param cancelled whether it is shown as called off; an entry that merely vanishes stays in many
///   programs
public record CalendarEntry(
    String uid,
    int sequence,
    Span span,
    String summary,
    String description,
    Instant changedAt,
    List<Duration> alarms,
    boolean cancelled) {
  public CalendarEntry {
    alarms = List.copyOf(alarms);
  }
}
