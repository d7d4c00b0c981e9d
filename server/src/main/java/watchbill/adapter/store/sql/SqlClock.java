package watchbill.adapter.store.sql;

import java.time.Instant;

/// The clock of the database, where it has one that is not this machine's.
public final class SqlClock {
  private static final String NOW =
      "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";

  private SqlClock() {}

  public static Instant read(Sql sql) {
    return sql.of(NOW).first(Row::instant).orElseThrow();
  }
}
