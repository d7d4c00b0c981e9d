package watchbill.heartbeat;

import java.time.Instant;
import java.util.Locale;

/// Why a heartbeat is not well.
///
/// @param since when it began; does not move while it lasts
/// @param times how often it was told without a good ping in between, at least 1
public record Trouble(Kind kind, Instant since, int times) {
  /// What is wrong.
  public enum Kind {
    /// Nothing came by the time it was due.
    MISSING,
    /// It said itself that it failed.
    FAILED,
    /// It began and did not end within its grace.
    OVERRAN;

    /// As stored and shown: `missing`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// It is still not well, perhaps in another way.
  Trouble again(Kind now) {
    return new Trouble(now, since, times + 1);
  }
}
