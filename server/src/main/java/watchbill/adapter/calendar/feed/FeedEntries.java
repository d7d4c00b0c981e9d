package watchbill.adapter.calendar.feed;

import java.util.List;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Feed;

/// What a feed shows at this moment.
@FunctionalInterface
public interface FeedEntries {
  /// The name and the entries, those called off not long ago too.
  Shown of(Feed feed);

  /// What a program shows.
  ///
  /// @param name of the calendar: `On duty: payments`
  record Shown(String name, List<CalendarEntry> entries) {
    public Shown {
      entries = List.copyOf(entries);
    }
  }
}
