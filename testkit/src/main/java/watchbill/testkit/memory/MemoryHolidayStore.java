package watchbill.testkit.memory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import watchbill.calendar.Holiday;
import watchbill.calendar.HolidayStore;
import watchbill.catalog.RegionId;

final class MemoryHolidayStore implements HolidayStore {
  private static final Comparator<Holiday> BY_DATE =
      Comparator.comparing(Holiday::date).thenComparing(h -> h.region().handle());

  private final Rows<String, Holiday> rows;

  MemoryHolidayStore(Rows<String, Holiday> rows) {
    this.rows = rows;
  }

  @Override
  public void put(Holiday holiday) {
    rows.put(key(holiday.region(), holiday.date()), holiday);
  }

  @Override
  public void remove(RegionId region, LocalDate date) {
    rows.remove(key(region, date));
  }

  @Override
  public List<Holiday> between(LocalDate from, LocalDate until) {
    return rows.all().stream()
        .filter(h -> !h.date().isBefore(from) && h.date().isBefore(until))
        .sorted(BY_DATE)
        .toList();
  }

  private static String key(RegionId region, LocalDate date) {
    return date + " " + region.handle();
  }
}
