package watchbill.adapter.store.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.outage.Outage;
import watchbill.outage.OutageStore;
import watchbill.outage.Restored;
import watchbill.time.Span;

/// Keeps what Watchbill missed, and the mark of a restore in a table of one row.
public final class SqlOutageStore implements OutageStore {
  private static final String ADD =
      """
      INSERT INTO outage (until_at, from_at, kind) VALUES (?, ?, ?)
      ON CONFLICT (until_at) DO UPDATE SET from_at = excluded.from_at, kind = excluded.kind
      """;

  private static final String ENDED_AFTER =
      """
      SELECT until_at, from_at, kind FROM outage WHERE until_at > ?
      ORDER BY until_at DESC LIMIT ?
      """;

  private static final String MARK =
      """
      INSERT INTO restored (number, newest_at, restored_at) VALUES (1, ?, ?)
      ON CONFLICT (number) DO UPDATE SET
        newest_at = excluded.newest_at, restored_at = excluded.restored_at
      """;

  private static final String MARKED = "SELECT newest_at, restored_at FROM restored";
  private static final String UNMARK = "DELETE FROM restored";

  private final Sql sql;

  SqlOutageStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Outage outage) {
    sql.of(ADD).instant(outage.until()).instant(outage.from()).text(outage.kind().word()).run();
  }

  @Override
  public List<Outage> endedAfter(Instant since, int limit) {
    return sql.of(ENDED_AFTER).instant(since).number(limit).list(SqlOutageStore::outage);
  }

  @Override
  public void mark(Restored restored) {
    sql.of(MARK).instant(restored.newestAt()).instant(restored.restoredAt()).run();
  }

  @Override
  public Optional<Restored> marked() {
    return sql.of(MARKED).first(row -> new Restored(row.instant(), row.instant()));
  }

  @Override
  public void unmark() {
    sql.of(UNMARK).run();
  }

  private static Outage outage(Row row) {
    Instant until = row.instant();
    Instant from = row.instant();
    return new Outage(Outage.Kind.ofWord(row.text()), new Span(from, until));
  }
}
