package watchbill.restraint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import watchbill.time.TimeWords;

/// When an alert counts as coming and going, so that not each coming wakes somebody.
///
/// @param times openings `within` that long after which it flaps; 0 means never
/// @param stays how long it must fire for a page to open all the same
public record Damping(int times, Duration within, Duration stays) {
  /// Where nothing else is declared.
  public static final Damping DEFAULT =
      new Damping(3, Duration.ofMinutes(15), Duration.ofMinutes(5));

  /// Of these openings and one now, those that count; the oldest first.
  public List<Instant> counted(List<Instant> openings, Instant now) {
    return Stream.concat(openings.stream(), Stream.of(now))
        .filter(at -> at.isAfter(now.minus(within)))
        .sorted()
        .toList();
  }

  /// Whether the last of so many openings is one too many.
  public boolean dampens(int openings) {
    return times > 0 && openings > times;
  }

  /// Whether the next one will be.
  public boolean isReached(int openings) {
    return times > 0 && openings == times;
  }

  /// For the timeline of the page: what happens from now on.
  public String inWords() {
    return "it opened "
        + times
        + " times in "
        + TimeWords.of(within)
        + "; while it goes on like this it pages only when it stays for "
        + TimeWords.of(stays);
  }
}
