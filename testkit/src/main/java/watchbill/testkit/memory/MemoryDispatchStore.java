package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import watchbill.catalog.PersonId;
import watchbill.notification.Dispatch;
import watchbill.notification.DispatchStore;

final class MemoryDispatchStore implements DispatchStore {
  private final Rows<String, Dispatch> rows;

  MemoryDispatchStore(Rows<String, Dispatch> rows) {
    this.rows = rows;
  }

  @Override
  public void add(Dispatch dispatch, Instant before) {
    List.copyOf(rows.all()).stream()
        .filter(d -> d.person().equals(dispatch.person()) && !d.at().isAfter(before))
        .forEach(d -> rows.remove(key(d)));
    rows.put(key(dispatch), dispatch);
  }

  @Override
  public List<Dispatch> after(PersonId person, Instant since) {
    return rows.all().stream()
        .filter(d -> d.person().equals(person) && d.at().isAfter(since))
        .toList();
  }

  /// In the order of time, since instants of a story have the same length.
  private static String key(Dispatch d) {
    return d.person() + "\n" + "%020d".formatted(micros(d.at())) + "\n" + d.lead();
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }
}
