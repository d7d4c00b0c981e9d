package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import watchbill.calendar.CalendarEntry;
import watchbill.calendar.Publication;
import watchbill.calendar.PublicationStore;

final class MemoryPublicationStore implements PublicationStore {
  private static final Comparator<CalendarEntry> BY_START =
      Comparator.<CalendarEntry, Instant>comparing(e -> e.span().from())
          .thenComparing(CalendarEntry::uid);

  private final Rows<String, Publication> rows;

  MemoryPublicationStore(Rows<String, Publication> rows) {
    this.rows = rows;
  }

  @Override
  public void put(List<Publication> publications) {
    publications.forEach(p -> rows.put(key(p), p));
  }

  @Override
  public List<CalendarEntry> of(String calendar, Instant endsAfter) {
    return rows.all().stream()
        .filter(p -> p.calendar().equals(calendar))
        .map(Publication::entry)
        .filter(e -> e.span().until().isAfter(endsAfter))
        .sorted(BY_START)
        .toList();
  }

  @Override
  public void forget(String calendar, Instant endedBy) {
    List<Publication> over =
        rows.all().stream()
            .filter(p -> p.calendar().equals(calendar))
            .filter(p -> !p.entry().span().until().isAfter(endedBy))
            .toList();
    over.forEach(p -> rows.remove(key(p)));
  }

  private static String key(Publication publication) {
    return publication.calendar() + "\n" + publication.entry().uid();
  }
}
