package watchbill.calendar;

import java.time.Instant;
import java.util.List;
import watchbill.kernel.Port;

/// Keeps what calendars have shown, so that a change of an entry can be told as one.
@Port
public interface PublicationStore {
  /// Adds them, or puts each in the place of the one with its calendar and uid.
  void put(List<Publication> publications);

  /// Entries of a calendar that end after an instant, by when they start, then by uid.
  List<CalendarEntry> of(String calendar, Instant endsAfter);

  /// Those that ended by then are known no more.
  void forget(String calendar, Instant endedBy);
}
