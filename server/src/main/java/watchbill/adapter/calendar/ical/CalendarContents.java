package watchbill.adapter.calendar.ical;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import watchbill.calendar.AwayEntry;
import watchbill.calendar.Holiday;
import watchbill.catalog.RegionId;
import watchbill.kernel.Refusal;

/// What came of reading a file.
public sealed interface CalendarContents {
  /// All that touches the horizon, the earliest first.
  record Read(List<Occurrence> occurrences) implements CalendarContents {
    public Read {
      occurrences = List.copyOf(occurrences);
    }

    public List<AwayEntry> absences() {
      return occurrences.stream().map(o -> new AwayEntry(o.span(), o.summary())).toList();
    }

    /// Each day of each event from one day to before another; of two on one day, the first.
    public List<Holiday> holidays(RegionId region, LocalDate from, LocalDate until) {
      Map<LocalDate, Holiday> holidays = new TreeMap<>();
      for (Occurrence occurrence : occurrences) {
        occurrence
            .days()
            .ifPresent(days -> {
              LocalDate first = days.from().isBefore(from) ? from : days.from();
              LocalDate last = days.until().isAfter(until) ? until : days.until();
              for (LocalDate d = first; d.isBefore(last); d = d.plusDays(1)) {
                holidays.putIfAbsent(d, new Holiday(region, d, occurrence.summary()));
              }
            });
      }
      return new ArrayList<>(holidays.values());
    }
  }

  /// Nothing of it may be used.
  record Refused(Refusal refusal) implements CalendarContents {}
}
