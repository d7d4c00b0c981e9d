package watchbill.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import watchbill.calendar.Holiday;
import watchbill.catalog.RegionId;

/// The public holidays around an instant, read when they are first asked for.
final class HolidayBook {
  /// A little more than hours look ahead.
  private static final int DAYS_AHEAD = 63;

  private static final int DAYS_BACK = 4;

  private final Stores stores;
  private final Instant now;
  private @Nullable Map<RegionId, Set<LocalDate>> days;

  HolidayBook(Stores stores, Instant now) {
    this.stores = stores;
    this.now = now;
  }

  /// Whether a date is a holiday there; nowhere has none.
  Predicate<LocalDate> of(Optional<RegionId> region) {
    return region.<Predicate<LocalDate>>map(r -> day -> in(r).contains(day)).orElse(_ -> false);
  }

  private Set<LocalDate> in(RegionId region) {
    Map<RegionId, Set<LocalDate>> known = days;
    if (known == null) {
      known = read();
      days = known;
    }
    return known.getOrDefault(region, Set.of());
  }

  private Map<RegionId, Set<LocalDate>> read() {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Map<RegionId, Set<LocalDate>> read = new HashMap<>();
    for (Holiday holiday :
        stores.holidays().between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD))) {
      read.computeIfAbsent(holiday.region(), _ -> new HashSet<>()).add(holiday.date());
    }
    return read;
  }
}
