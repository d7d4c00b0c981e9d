package watchbill.server.neutral;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A zone as a person with a table of offsets knows it: which instants show a local time.
record WallMinutes(ZoneId zone) {
  private static final int AROUND_HOURS = 30;

  long first(LocalDateTime local) {
    return Collections.min(showing(local));
  }

  long last(LocalDateTime local) {
    return Collections.max(showing(local));
  }

  /// Minutes since 1970 at which the clock shows it. One that is skipped is read with the clock as
  /// it was before, which is the one that lags behind.
  private List<Long> showing(LocalDateTime local) {
    Instant asUtc = local.toInstant(ZoneOffset.UTC);
    Set<Integer> offsets = new TreeSet<>();
    for (int hour = -AROUND_HOURS; hour <= AROUND_HOURS; hour += 6) {
      offsets.add(offset(asUtc.plusSeconds(hour * 3600L)));
    }
    List<Long> exact =
        offsets.stream()
            .map(offset -> asUtc.minusSeconds(offset))
            .filter(at -> at.plusSeconds(offset(at)).equals(asUtc))
            .map(WallMinutes::minute)
            .toList();
    return exact.isEmpty() ? List.of(minute(asUtc.minusSeconds(Collections.min(offsets)))) : exact;
  }

  LocalDateTime local(long minute) {
    Instant at = Instant.ofEpochSecond(minute * 60);
    return LocalDateTime.ofEpochSecond(at.getEpochSecond() + offset(at), 0, ZoneOffset.UTC);
  }

  static long minute(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 60L);
  }

  private int offset(Instant at) {
    return zone.getRules().getOffset(at).getTotalSeconds();
  }
}
