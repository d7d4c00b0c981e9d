package watchbill.adapter.store.sql;

import java.time.Instant;
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
          "INSERT INTO event (id, integration, received_at, head, body, outcome) VALUES ",
          "(?, ?, ?, ?, ?, ?)",
          "");

  private static final String EVENT =
      "SELECT id, integration, received_at, head, body, outcome FROM event ";
  private static final String FIND = EVENT + "WHERE id = ?";
  private static final String NEWEST = EVENT + "WHERE id < ? ORDER BY id DESC LIMIT ?";
  private static final String NEWEST_OF =
      EVENT + "WHERE integration = ? AND id < ? ORDER BY id DESC LIMIT ?";

  /// Ids are in the order of time, so the oldest stand first.
  private static final String OLDEST =
      "SELECT id, received_at FROM event WHERE id > '' ORDER BY id LIMIT ?";

  private static final Repeated FORGET = new Repeated("DELETE FROM event WHERE id IN (", "?", ")");

  /// Behind every id there is.
  private static final String NEVER = "~";

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
                .text(event.body())
                .text(event.outcome());
          }
          add.run();
        });
  }

  @Override
  public Optional<Event> find(EventId id) {
    return sql.of(FIND).text(id.value()).first(SqlEventStore::read);
  }

  @Override
  public List<Event> newest(Optional<IntegrationId> of, Optional<EventId> before, int limit) {
    Query query =
        of.map(integration -> sql.of(NEWEST_OF).text(integration.handle()))
            .orElseGet(() -> sql.of(NEWEST));
    return query
        .text(before.map(EventId::value).orElse(NEVER))
        .number(limit)
        .list(SqlEventStore::read);
  }

  @Override
  public int forget(Instant receivedBefore, int limit) {
    List<Optional<String>> looked =
        sql.of(OLDEST).number(limit).list(row -> old(row, receivedBefore));
    List<String> old = looked.stream().flatMap(Optional::stream).toList();
    Chunks.toAsk(
        old,
        chunk -> {
          Query forget = sql.of(FORGET.times(chunk.size()));
          chunk.forEach(forget::text);
          forget.run();
        });
    return old.size();
  }

  private static Optional<String> old(Row row, Instant receivedBefore) {
    String id = row.text();
    return row.instant().isBefore(receivedBefore) ? Optional.of(id) : Optional.empty();
  }

  private static Event read(Row row) {
    return new Event(
        new EventId(row.text()),
        new IntegrationId(row.text()),
        row.instant(),
        row.text(),
        row.text(),
        row.text());
  }
}
