package watchbill.server.doctor;

/// One thing that was examined.
///
/// @param subject what: `clock`, `disk`
/// @param words what was seen, and what to do about it when it is not well
public record Finding(Health health, String subject, String words) {
  /// How it is.
  public enum Health {
    WELL("well"),
    UNKNOWN("unknown"),
    POOR("poor"),
    BAD("bad");

    private final String word;

    Health(String word) {
      this.word = word;
    }
  }

  static Finding well(String subject, String words) {
    return new Finding(Health.WELL, subject, words);
  }

  static Finding unknown(String subject, String words) {
    return new Finding(Health.UNKNOWN, subject, words);
  }

  static Finding poor(String subject, String words) {
    return new Finding(Health.POOR, subject, words);
  }

  static Finding bad(String subject, String words) {
    return new Finding(Health.BAD, subject, words);
  }

  /// `well disk 41 GB free, a write reaches it in 0.4 ms`.
  public String line() {
    return "%-8s %-14s %s".formatted(health.word, subject, words);
  }
}
