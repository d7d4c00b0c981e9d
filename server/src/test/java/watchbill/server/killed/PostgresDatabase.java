package watchbill.server.killed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import watchbill.adapter.store.postgres.OlderDatabase;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.adapter.store.postgres.PostgresTransactions;
import watchbill.adapter.store.postgres.TestServer;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.audit.AuditEntry;
import watchbill.audit.Audits;

/// A database of a PostgreSQL that lives on while its node dies.
final class PostgresDatabase implements NodeStore {
  private final PostgresAddress address = TestServer.newDatabase();

  @Override
  public List<String> arguments() {
    return List.of("--store=" + address);
  }

  /// What the dead node held may be held by one that lives, until its claim has run out.
  @Override
  public Duration tellsWithin() {
    return Duration.ofSeconds(45);
  }

  @Override
  public List<Path> files() {
    return List.of();
  }

  @Override
  public Connection examined() throws SQLException {
    try (var store = PostgresTransactions.open(address)) {
      List<AuditEntry> chain = store.read(s -> s.audit().after(0, Integer.MAX_VALUE));
      if (chain.isEmpty() || Audits.firstBroken(Audits.Head.START, chain).isPresent()) {
        throw new SQLException("its audit is not one chain");
      }
    } catch (CannotOpenStore | StoreUnavailable e) {
      throw new SQLException(e.getMessage(), e);
    }
    return TestServer.connect(address);
  }

  @Override
  public void makeOlder(long migration) throws SQLException {
    OlderDatabase.write(address, migration);
  }
}
