package watchbill.adapter.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import watchbill.adapter.store.sql.StoreUnavailable;

/// A database that is made beside another one, to be measured or rehearsed on, and dropped.
public final class ScratchDatabase implements AutoCloseable {
  private final PostgresAddress beside;
  private final String name;

  private ScratchDatabase(PostgresAddress beside, String name) {
    this.beside = beside;
    this.name = name;
  }

  /// Makes it, in place of one of this name that was left behind.
  ///
  /// @param beside a database of the same server, which is left as it is
  /// @param name of lower-case letters and underscores
  public static ScratchDatabase make(PostgresAddress beside, String name) throws SQLException {
    if (!name.matches("[a-z_]{1,40}")) {
      throw new IllegalArgumentException(name + " is not a name of letters and underscores");
    }
    var scratch = new ScratchDatabase(beside, name);
    scratch.run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    scratch.run("CREATE DATABASE " + name);
    return scratch;
  }

  public PostgresAddress address() {
    return beside.withDatabase(name);
  }

  @Override
  public void close() {
    try {
      run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new StoreUnavailable("the database " + name + " stays behind: " + e.getMessage(), e);
    }
  }

  private void run(String text) throws SQLException {
    try (Connection connection = Pool.alone(beside);
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
