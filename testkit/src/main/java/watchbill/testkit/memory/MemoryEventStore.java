package watchbill.testkit.memory;

import java.util.List;
import java.util.Optional;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.EventStore;

final class MemoryEventStore implements EventStore {
  private final Rows<String, Event> rows;

  MemoryEventStore(Rows<String, Event> rows) {
    this.rows = rows;
  }

  @Override
  public void add(List<Event> events) {
    events.forEach(e -> rows.add(e.id().value(), e));
  }

  @Override
  public Optional<Event> find(EventId id) {
    return rows.find(id.value());
  }
}
