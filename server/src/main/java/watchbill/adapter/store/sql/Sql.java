package watchbill.adapter.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/// One connection, and every statement that was ever asked of it, prepared once.
///
/// For one thread at a time. The texts come from constants, so there are some dozens of them, not
/// one for each value.
public final class Sql {
  private final Connection connection;
  private final Dialect dialect;
  private final boolean writable;
  private final Map<String, Query> queries = new HashMap<>();

  /// A session over `connection`, which its caller opens and closes.
  ///
  /// @param writable whether it may change anything
  public Sql(Connection connection, Dialect dialect, boolean writable) {
    this.connection = connection;
    this.dialect = dialect;
    this.writable = writable;
  }

  /// The statement with this text, its parameters yet to be given.
  Query of(String text) {
    Query known = queries.get(text);
    if (known == null) {
      known = prepare(text);
      queries.put(text, known);
    }
    return known.begin();
  }

  /// Runs a statement that is not worth keeping: what makes a table.
  public void once(String text) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw failure(text, e);
    }
  }

  /// After a failure: a driver may have closed the statement, so the next to ask gets a new one.
  void forget(String text) {
    queries.remove(text);
  }

  boolean isWritable() {
    return writable;
  }

  Dialect dialect() {
    return dialect;
  }

  private Query prepare(String text) {
    try {
      return new Query(text, connection.prepareStatement(text), this);
    } catch (SQLException e) {
      throw failure(text, e);
    }
  }

  /// What a failed statement means: come back later, or a mistake of ours.
  public RuntimeException failure(String text, SQLException e) {
    if (dialect.isLostToAnother(e)) {
      return new LostToAnother("another transaction came first: " + e.getMessage(), e);
    }
    return dialect.isUnavailable(e)
        ? new StoreUnavailable("the store can't be used now: " + e.getMessage(), e)
        : new IllegalStateException("the store does not accept: " + text, e);
  }
}
