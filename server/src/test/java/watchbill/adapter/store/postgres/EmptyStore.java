package watchbill.adapter.store.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The one store of all tests, emptied before each of them: to make a new one takes a hundred times
/// as long.
final class EmptyStore implements BeforeEachCallback {
  /// Loaded, and so made, when it is first asked for.
  private static final class Shared {
    static final PostgresAddress ADDRESS = TestServer.newDatabase();
    static final PostgresTransactions STORE = PostgresTransactions.open(ADDRESS);
    static final Connection BESIDE = TestServer.connect(ADDRESS);
    static final String EMPTY = statementThatEmpties(BESIDE);
  }

  PostgresTransactions transactions() {
    return Shared.STORE;
  }

  PostgresAddress address() {
    return Shared.ADDRESS;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    transactions();
    try (Statement statement = Shared.BESIDE.createStatement()) {
      statement.execute(Shared.EMPTY);
    }
  }

  /// Deleting a few rows is quicker than truncating files. Pages go before the snapshots they name.
  private static String statementThatEmpties(Connection connection) {
    List<String> deletions = new ArrayList<>(List.of("DELETE FROM page"));
    try (Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                    + " AND tablename <> 'migration'")) {
      while (tables.next()) {
        deletions.add("DELETE FROM " + tables.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the tables of a test are not known", e);
    }
    return String.join(";", deletions);
  }
}
