package watchbill.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;

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

  /// Every instant at which what holds from this local time on may begin: where the clock shows it,
  /// once or twice; where it is put back to before it, or forward over it.
  public static Stream<Instant> turns(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return Stream.concat(
        rules.getValidOffsets(local).stream().map(local::toInstant),
        Stream.ofNullable(rules.getTransition(local)).map(ZoneOffsetTransition::getInstant));
  }

  /// Whether the clock never shows it: it is put forward over it.
  public static boolean skips(LocalDateTime local, ZoneId zone) {
    return zone.getRules().getValidOffsets(local).isEmpty();
  }
}
