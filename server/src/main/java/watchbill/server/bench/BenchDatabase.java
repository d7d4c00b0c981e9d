package watchbill.server.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.adapter.store.postgres.PostgresTransactions;
import watchbill.adapter.store.postgres.ScratchDatabase;
import watchbill.adapter.store.sql.OpenStore;
import watchbill.adapter.store.sqlite.SqliteTransactions;

/// Where the store of one measurement lies: in a database made for it and dropped after it, or in
/// no database at all.
final class BenchDatabase implements AutoCloseable {
  private final Optional<ScratchDatabase> scratch;

  private BenchDatabase(Optional<ScratchDatabase> scratch) {
    this.scratch = scratch;
  }

  static BenchDatabase make(Optional<PostgresAddress> server) {
    try {
      return new BenchDatabase(
          server.isEmpty()
              ? Optional.empty()
              : Optional.of(ScratchDatabase.make(server.get(), "watchbill_bench")));
    } catch (SQLException e) {
      throw new IllegalStateException("no database can be made for it: " + e.getMessage(), e);
    }
  }

  Optional<PostgresAddress> address() {
    return scratch.map(ScratchDatabase::address);
  }

  OpenStore open(Path folder) {
    return address()
        .<OpenStore>map(PostgresTransactions::open)
        .orElseGet(() -> SqliteTransactions.open(folder));
  }

  @Override
  public void close() {
    scratch.ifPresent(ScratchDatabase::close);
  }
}
