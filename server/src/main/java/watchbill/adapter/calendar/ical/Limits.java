package watchbill.adapter.calendar.ical;

/// How much calendar there may be: far above what anybody keeps, far below what hurts.
public final class Limits {
  /// Bytes in one file.
  public static final int BYTES = 1024 * 1024;

  static final int EVENTS = 5_000;
  static final int OCCURRENCES = 20_000;

  /// Characters of one line, once it is unfolded.
  static final int LINE = 65_536;

  static final int NESTING = 5;

  /// Dates that are listed one by one, in all events together.
  static final int DATES = 20_000;

  static final int RULE_CHARACTERS = 1_000;

  /// Instances of a rule for each time it begins anew: 366 days of one, or a minute's seconds.
  static final int RULE_PARTS = 5_000;

  /// Instances looked at, those of years past too.
  static final int STEPS = 1_000_000;

  static final int SUMMARY = 200;

  private Limits() {}
}
