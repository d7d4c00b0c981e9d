package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.Optional;
import watchbill.alert.AlertId;
import watchbill.alert.EventId;
import watchbill.catalog.IntegrationId;
import watchbill.request.RequestOutcome;
import watchbill.request.RequestStore;

/// Keeps what became of requests: a row for each, found by the event that asked.
public final class SqlRequestStore implements RequestStore {
  private static final String KEEP =
      """
      INSERT INTO request_outcome (event, integration, at, action, success, status, alert, alias)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      """
      SELECT event, integration, at, action, success, status, alert, alias
      FROM request_outcome WHERE event = ?
      """;

  private static final String FORGET =
      """
      DELETE FROM request_outcome
      WHERE event IN (SELECT event FROM request_outcome WHERE at < ? ORDER BY at LIMIT ?)
      """;

  private final Sql sql;

  SqlRequestStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void keep(RequestOutcome outcome) {
    sql.of(KEEP)
        .text(outcome.event().value())
        .text(outcome.integration().handle())
        .instant(outcome.at())
        .text(outcome.action())
        .flag(outcome.success())
        .text(outcome.status())
        .text(outcome.alert().map(AlertId::value))
        .text(outcome.alias())
        .run();
  }

  @Override
  public Optional<RequestOutcome> find(EventId event) {
    return sql.of(FIND).text(event.value()).first(SqlRequestStore::read);
  }

  @Override
  public void forget(Instant since, int limit) {
    sql.of(FORGET).instant(since).number(limit).run();
  }

  private static RequestOutcome read(Row row) {
    return new RequestOutcome(
        new EventId(row.text()),
        new IntegrationId(row.text()),
        row.instant(),
        row.text(),
        row.flag(),
        row.text(),
        row.optionalText().map(AlertId::new),
        row.text());
  }
}
