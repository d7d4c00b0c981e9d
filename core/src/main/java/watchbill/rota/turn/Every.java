package watchbill.rota.turn;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A length on the calendar: `2 weeks`, `36 hours`.
///
/// @param count 1 to 9000
public record Every(int count, Unit unit) {
  public static final int MAX_COUNT = 9_000;

  /// What can be counted.
  public enum Unit {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit chrono;

    Unit(ChronoUnit chrono) {
      this.chrono = chrono;
    }

    /// As written: `week`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Unit ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public Every {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("not 1 to " + MAX_COUNT + ": " + count);
    }
  }

  /// The local time `times` lengths after `from`, counted in one go: the 31st of January and a
  /// month is the end of February, and another month is the 31st of March.
  LocalDateTime after(LocalDateTime from, long times) {
    return from.plus(Math.multiplyExact(times, (long) count), unit.chrono);
  }

  /// How many whole lengths fit between the two; near enough where months end early.
  long between(LocalDateTime from, LocalDateTime until) {
    return Math.floorDiv(unit.chrono.between(from, until), (long) count);
  }

  /// `2 weeks`, `day`.
  public String inWords() {
    return count == 1 ? unit.word() : count + " " + unit.word() + "s";
  }
}
