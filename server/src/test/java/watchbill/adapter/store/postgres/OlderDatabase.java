package watchbill.adapter.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import watchbill.adapter.store.sql.OlderStore;

/// Makes the database that an earlier Watchbill would have left.
public final class OlderDatabase {
  private OlderDatabase() {}

  /// Takes a database back to what it was after this migration. What it holds it keeps, but for
  /// what the older shape has no column for.
  public static void write(PostgresAddress address, long migration) throws SQLException {
    try (Connection connection = TestServer.connect(address)) {
      OlderStore.writeInPlace(connection, new PostgresDialect(), migration);
    }
  }
}
