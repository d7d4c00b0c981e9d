package watchbill.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/// The instant a clock on the wall shows a local time.
public final class WallClock {
  private WallClock() {}

  /// The first instant that shows it. A time the clock skips is shifted forward by what it skips,
  /// 02:30 to 03:30 (RFC 5545 §3.3.5, and `java.time`).
  public static Instant first(LocalDateTime local, ZoneId zone) {
    // The offset before a change, for a time that is skipped and for one that comes twice.
    return local.toInstant(zone.getRules().getOffset(local));
  }

  /// The last instant that shows it; a skipped time is shifted forward as above.
  public static Instant last(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> valid = rules.getValidOffsets(local);
    return local.toInstant(valid.isEmpty() ? rules.getOffset(local) : valid.getLast());
  }

  /// Whether the clock never shows it: it is put forward over it.
  public static boolean skips(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).isEmpty();
  }
}
