package watchbill.testkit.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.EventStore;
import watchbill.catalog.IntegrationId;

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

  @Override
  public List<Event> newest(Optional<IntegrationId> of, Optional<EventId> before, int limit) {
    return rows.newestFirst().stream()
        .filter(e -> of.filter(id -> !id.equals(e.integration())).isEmpty())
        .filter(e -> before.filter(id -> e.id().value().compareTo(id.value()) >= 0).isEmpty())
        .limit(limit)
        .toList();
  }

  @Override
  public int forget(Instant receivedBefore, int limit) {
    List<Event> old =
        rows.all().stream()
            .limit(limit)
            .filter(e -> e.receivedAt().isBefore(receivedBefore))
            .toList();
    old.forEach(e -> rows.remove(e.id().value()));
    return old.size();
  }
}
