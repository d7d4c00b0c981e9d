package watchbill.adapter.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig;
import watchbill.adapter.store.sql.Migrations;
import watchbill.adapter.store.sql.Snapshots;
import watchbill.adapter.store.sql.Sql;
import watchbill.adapter.store.sql.SqlStores;
import watchbill.engine.Stores;
import watchbill.engine.Transactions;
import watchbill.testkit.simulation.play.SimulatedStore;

/// The production SQL on a database that is nowhere but in memory, for the simulator: every node of
/// it shares one connection, since one thread plays them all.
public final class SqliteInMemory implements SimulatedStore {
  private final Connection connection;

  private SqliteInMemory(Connection connection) {
    this.connection = connection;
  }

  public static SqliteInMemory fresh() {
    var config = new SQLiteConfig();
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
    config.enforceForeignKeys(true);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setGetGeneratedKeys(false);
    try {
      var store = new SqliteInMemory(config.createConnection("jdbc:sqlite::memory:"));
      var sql = new Sql(store.connection, new SqliteDialect(), true);
      store.transact(() -> {
        Migrations.ofThisProgram().run(sql);
        return true;
      });
      return store;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Transactions open() {
    return new OfNode(SqlStores.over(statements(), new Snapshots()));
  }

  private Sql statements() {
    return new Sql(connection, new SqliteDialect(), true);
  }

  private <R> R transact(Supplier<R> work) {
    boolean done = false;
    try {
      connection.setAutoCommit(false);
      R result = work.get();
      done = true;
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      end(done);
    }
  }

  private void end(boolean commit) {
    try {
      if (!commit) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What one node has of its own: its statements, and what it remembers.
  private final class OfNode implements Transactions {
    private final Stores stores;

    OfNode(Stores stores) {
      this.stores = stores;
    }

    @Override
    public <R> R write(Function<Stores, R> work) {
      return transact(() -> work.apply(stores));
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
      return work.apply(stores);
    }
  }
}
