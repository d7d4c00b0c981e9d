package watchbill.adapter.store.sql;

import java.util.List;
import java.util.Optional;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.EventStore;
import watchbill.catalog.IntegrationId;

/// Keeps messages in one table that only grows at its end.
public final class SqlEventStore implements EventStore {
  private static final Repeated ADD =
      new Repeated(
          "INSERT INTO event (id, integration, received_at, head, body) VALUES ",
          "(?, ?, ?, ?, ?)",
          "");

  private static final String FIND =
      "SELECT id, integration, received_at, head, body FROM event WHERE id = ?";

  private final Sql sql;

  SqlEventStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(List<Event> events) {
    Chunks.toKeep(
        events,
        chunk -> {
          Query add = sql.of(ADD.times(chunk.size()));
          for (Event event : chunk) {
            add.text(event.id().value())
                .text(event.integration().handle())
                .instant(event.receivedAt())
                .text(event.head())
                .text(event.body());
          }
          add.run();
        });
  }

  @Override
  public Optional<Event> find(EventId id) {
    return sql.of(FIND).text(id.value()).first(SqlEventStore::read);
  }

  private static Event read(Row row) {
    return new Event(
        new EventId(row.text()),
        new IntegrationId(row.text()),
        row.instant(),
        row.text(),
        row.text());
  }
}
