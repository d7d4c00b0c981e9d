package watchbill.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import watchbill.catalog.RegionId;
import watchbill.kernel.Port;

/// Keeps the public holidays of each region; a date of a region has at most one.
@Port
public interface HolidayStore {
  /// Adds a holiday, or gives one that is known another name.
  void put(Holiday holiday);

  /// The date is no holiday any more.
  void remove(RegionId region, LocalDate date);

  /// Holidays of every region from one date to before another; by date, then region.
  List<Holiday> between(LocalDate from, LocalDate until);

  /// Holidays of these regions from one date to before another; by date, then region.
  default List<Holiday> of(Collection<RegionId> regions, LocalDate from, LocalDate until) {
    return between(from, until).stream().filter(h -> regions.contains(h.region())).toList();
  }
}
