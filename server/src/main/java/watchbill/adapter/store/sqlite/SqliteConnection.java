package watchbill.adapter.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;
import watchbill.adapter.store.sql.Dialect;
import watchbill.adapter.store.sql.HeldKeys;
import watchbill.adapter.store.sql.Snapshots;
import watchbill.adapter.store.sql.Sql;
import watchbill.adapter.store.sql.SqlStores;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.engine.Stores;

/// One connection with its statements and stores. For one thread at a time.
final class SqliteConnection implements AutoCloseable {
  private static final Dialect DIALECT = new SqliteDialect();

  private final Connection connection;
  private final Sql sql;
  private final Optional<HeldKeys> heldKeys;
  private final Stores stores;

  private SqliteConnection(
      Connection connection, Optional<HeldKeys> heldKeys, boolean writable, Snapshots snapshots) {
    this.connection = connection;
    this.heldKeys = heldKeys;
    this.sql = new Sql(connection, DIALECT, writable);
    this.stores = SqlStores.over(sql, snapshots, heldKeys);
  }

  /// Takes the write lock as a transaction begins: one that took it later could lose what it had
  /// read to another writer.
  static SqliteConnection writer(Path file, SqliteSettings settings, Snapshots snapshots) {
    SQLiteConfig config = config(settings, settings.writerCacheKilobytes());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return new SqliteConnection(open(file, config), Optional.of(new HeldKeys()), true, snapshots);
  }

  static SqliteConnection reader(Path file, SqliteSettings settings, Snapshots snapshots) {
    SQLiteConfig config = config(settings, settings.readerCacheKilobytes());
    var reader = new SqliteConnection(open(file, config), Optional.empty(), false, snapshots);
    reader.pragma("query_only = true", 0);
    return reader;
  }

  /// Looks at a file that nobody writes, and leaves it as it is.
  static SqliteConnection examiner(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return new SqliteConnection(open(file, config), Optional.empty(), false, new Snapshots());
  }

  /// Has all that is committed written to a new file, as it is at this moment.
  void copyTo(Path file) {
    try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, file.toAbsolutePath().toString());
      copy.execute();
    } catch (SQLException e) {
      throw sql.failure("VACUUM INTO", e);
    }
  }

  /// Each row of what a pragma answers, its first column as text.
  List<String> pragmaLines(String text) {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery("PRAGMA " + text)) {
      List<String> lines = new ArrayList<>();
      while (results.next()) {
        lines.add(results.getString(1));
      }
      return lines;
    } catch (SQLException e) {
      throw sql.failure("PRAGMA " + text, e);
    }
  }

  Stores stores() {
    return stores;
  }

  /// Carries the log over and does nothing else.
  static SqliteConnection carrier(Path file, SqliteSettings settings) {
    SQLiteConfig config = config(settings, settings.readerCacheKilobytes());
    return new SqliteConnection(open(file, config), Optional.empty(), true, new Snapshots());
  }

  Sql sql() {
    return sql;
  }

  /// Once the store has the shape of this program, within a transaction.
  void loadHeldKeys() {
    heldKeys.ifPresent(held -> held.load(sql));
  }

  /// Runs the work in a transaction: committed to disk when it returns, undone when it throws.
  <R> R transact(Function<Stores, R> work) {
    try {
      begin();
      heldKeys.ifPresent(held -> held.begin(sql));
      R result = work.apply(stores);
      commit();
      return result;
    } catch (RuntimeException | Error e) {
      undo();
      throw e;
    }
  }

  /// The first row of what a pragma answers, as numbers.
  long[] pragma(String text, int columns) {
    try (Statement statement = connection.createStatement()) {
      long[] numbers = new long[columns];
      if (statement.execute("PRAGMA " + text)) {
        ResultSet results = statement.getResultSet();
        results.next();
        for (int i = 0; i < columns; i++) {
          numbers[i] = results.getLong(i + 1);
        }
      }
      return numbers;
    } catch (SQLException e) {
      throw sql.failure("PRAGMA " + text, e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreUnavailable("the store can't be closed: " + e.getMessage(), e);
    }
  }

  private void begin() {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw sql.failure("BEGIN", e);
    }
  }

  private void commit() {
    try {
      connection.setAutoCommit(true);
      heldKeys.ifPresent(HeldKeys::committed);
    } catch (SQLException e) {
      heldKeys.ifPresent(HeldKeys::doubt);
      throw sql.failure("COMMIT", e);
    }
  }

  /// Leaves the transaction, wherever it stands: not begun for want of a lock, begun, refused at
  /// its commit, or undone by SQLite itself, as it does when it meets a full disk.
  private void undo() {
    heldKeys.ifPresent(HeldKeys::undone);
    quietly("ROLLBACK");
    try {
      connection.setAutoCommit(true);
    } catch (SQLException expected) {
      // "No transaction is active", which is what was wanted.
    }
  }

  private void quietly(String text) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException expected) {
      // As above.
    }
  }

  private static SQLiteConfig config(SqliteSettings settings, int cacheKilobytes) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(settings.busyTimeout().toMillis()));
    config.setCacheSize(-cacheKilobytes);
    config.enforceForeignKeys(true);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    // Else the driver asks for the last row's number after each INSERT, by a statement of its own.
    config.setGetGeneratedKeys(false);
    // By the thread of Checkpoints, not by the commit that happens to fill the log.
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
    return config;
  }

  private static Connection open(Path file, SQLiteConfig config) {
    try {
      return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    } catch (SQLException e) {
      throw new StoreUnavailable(file + " can't be opened: " + e.getMessage(), e);
    }
  }
}
