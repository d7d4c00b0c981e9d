package watchbill.outage;

import java.time.Instant;
import java.util.Locale;
import watchbill.time.Span;

/// A spell of which Watchbill knows nothing.
///
/// @param span from when it last lived until it was back
public record Outage(Kind kind, Span span) {

  /// What made it blind.
  public enum Kind {
    /// It was down, asleep, or could not write.
    DOWN,
    /// Its store was lost, and put back from a copy.
    RESTORED;

    /// As the store writes it: `down`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public Instant from() {
    return span.from();
  }

  public Instant until() {
    return span.until();
  }
}
