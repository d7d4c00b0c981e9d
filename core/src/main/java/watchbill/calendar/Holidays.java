package watchbill.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What becomes of a region's holidays when its calendar is read again.
public final class Holidays {
  private Holidays() {}

  /// What to change. Both lists are empty when the calendar says what it said before.
  public record Change(List<Holiday> put, List<Holiday> removed) {
    public boolean isNothing() {
      return put.isEmpty() && removed.isEmpty();
    }
  }

  /// Days that have begun anywhere on earth keep their holiday and its name, for somebody was paid
  /// by it and most calendars drop old years; one that was missed may still be added.
  ///
  /// @param known the holidays of one region from the first day the calendar was read for
  /// @param said what its calendar says from that day on; of two on one day the first counts
  public static Change replace(List<Holiday> known, List<Holiday> said, Instant now) {
    LocalDate begun = LocalDate.ofInstant(now, ZoneOffset.MAX);
    Map<LocalDate, Holiday> before = new TreeMap<>();
    known.forEach(h -> before.put(h.date(), h));
    Map<LocalDate, Holiday> after = new TreeMap<>();
    said.forEach(h -> after.putIfAbsent(h.date(), h));
    List<Holiday> put = new ArrayList<>();
    for (Holiday holiday : after.values()) {
      Holiday old = before.get(holiday.date());
      if (old == null || (holiday.date().isAfter(begun) && !old.equals(holiday))) {
        put.add(holiday);
      }
    }
    List<Holiday> removed =
        before.values().stream()
            .filter(h -> h.date().isAfter(begun) && !after.containsKey(h.date()))
            .toList();
    return new Change(List.copyOf(put), removed);
  }
}
