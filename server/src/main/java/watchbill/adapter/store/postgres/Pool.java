package watchbill.adapter.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.Dialect;
import watchbill.adapter.store.sql.Sql;
import watchbill.adapter.store.sql.StoreUnavailable;

/// Connections of one kind, each lent to one thread for one transaction.
final class Pool implements AutoCloseable {
  /// Each statement of the stores, with room; kept by the driver for each connection.
  private static final int STATEMENTS_KEPT = 512;

  /// A commit must be on disk, whatever the database's own habit. A habit that waits for more than
  /// that, for a second machine, is left alone.
  private static final String BE_DURABLE =
      """
      SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off'
      """;

  private static final int WRITERS = 4;

  /// Something for the log of the database, whose commit is the first that waits for the disk.
  private static final String SOMETHING = "SELECT pg_logical_emit_message(true, 'watchbill', '')";

  private static final Dialect DIALECT = new PostgresDialect();

  private final HikariDataSource connections;
  private final boolean writable;

  private Pool(HikariDataSource connections, boolean writable) {
    this.connections = connections;
    this.writable = writable;
  }

  /// Few connections that write: one has its turn while what the others wrote goes to the disk.
  /// Each statement sees what was committed before it, so that whatever is read after the lock is
  /// new.
  static Pool writer(PostgresAddress address, PostgresSettings settings) {
    HikariConfig config = config("writer", address, settings);
    config.setMaximumPoolSize(WRITERS);
    config.setMinimumIdle(1);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql(BE_DURABLE);
    return new Pool(open(address, config), true);
  }

  /// Each transaction sees one state, from its first statement on.
  static Pool readers(PostgresAddress address, PostgresSettings settings) {
    HikariConfig config = config("reader", address, settings);
    config.setMaximumPoolSize(settings.readers());
    config.setMinimumIdle(1);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return new Pool(open(address, config), false);
  }

  /// A connection for whoever administers the database, for no pool and without a transaction.
  static Connection alone(PostgresAddress address) throws SQLException {
    return source(address, PostgresSettings.DEFAULTS).getConnection();
  }

  /// Runs the work in a transaction: committed when it returns, undone when it throws.
  <R> R transact(Function<Sql, R> work) {
    try (Lent lent = lend()) {
      return lent.transact(work);
    }
  }

  /// A connection that is given back when it is closed.
  Lent lend() {
    try {
      return new Lent(connections.getConnection(), writable);
    } catch (SQLException e) {
      throw new StoreUnavailable("the database can't be reached: " + reason(e), e);
    }
  }

  /// One connection, for one thread.
  record Lent(Connection connection, boolean writable) implements AutoCloseable {
    <R> R transact(Function<Sql, R> work) {
      var sql = new Sql(connection, DIALECT, writable);
      try {
        R result = work.apply(sql);
        commit(sql);
        return result;
      } catch (RuntimeException | Error e) {
        undo();
        throw e;
      }
    }

    /// Returns when all that was committed before is on disk, by whichever connection.
    void reachDisk() {
      var sql = new Sql(connection, DIALECT, writable);
      try {
        connection.setAutoCommit(true);
        sql.once(SOMETHING);
        connection.setAutoCommit(false);
      } catch (SQLException e) {
        throw sql.failure(SOMETHING, e);
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        // What was to be done was done, or has thrown.
        throw new StoreUnavailable("the database was lost: " + e.getMessage(), e);
      }
    }

    private void commit(Sql sql) {
      try {
        connection.commit();
      } catch (SQLException e) {
        throw sql.failure("COMMIT", e);
      }
    }

    private void undo() {
      try {
        connection.rollback();
      } catch (SQLException expected) {
        // The connection is lost, and with it the transaction.
      }
    }
  }

  @Override
  public void close() {
    connections.close();
  }

  /// The pool only says that it waited; what it met meanwhile says why.
  private static String reason(SQLException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  private static HikariDataSource open(PostgresAddress address, HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause();
      String why = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
      throw new CannotOpenStore(address + " can't be opened: " + why, e);
    }
  }

  private static HikariConfig config(
      String name, PostgresAddress address, PostgresSettings settings) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source(address, settings));
    config.setAutoCommit(false);
    config.setConnectionTimeout(settings.connect().toMillis());
    config.setValidationTimeout(settings.connect().toMillis() / 2);
    return config;
  }

  private static PGSimpleDataSource source(PostgresAddress address, PostgresSettings settings) {
    var source = new PGSimpleDataSource();
    source.setServerNames(
        address.hosts().stream().map(PostgresAddress.Host::name).toArray(String[]::new));
    source.setPortNumbers(address.hosts().stream().mapToInt(PostgresAddress.Host::port).toArray());
    if (address.hosts().size() > 1) {
      source.setTargetServerType("primary");
    }
    source.setDatabaseName(address.database());
    source.setUser(address.user());
    address.password().ifPresent(p -> source.setPassword(p.reveal()));
    address.encryption().ifPresent(source::setSslMode);
    address.authority().ifPresent(path -> source.setSslRootCert(path.toString()));
    source.setApplicationName("watchbill");
    source.setOptions(settings.options());
    source.setConnectTimeout(seconds(settings.connect()));
    source.setSocketTimeout(seconds(settings.answer()));
    source.setTcpKeepAlive(true);
    source.setPreparedStatementCacheQueries(STATEMENTS_KEPT);
    return source;
  }

  private static int seconds(Duration length) {
    return Math.toIntExact(Math.max(1, length.toSeconds()));
  }
}
