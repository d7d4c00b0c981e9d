package watchbill.adapter.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import watchbill.adapter.store.sql.Migrations.Migration;

/// Makes the store that an earlier Watchbill would have left.
public final class OlderStore {
  private OlderStore() {}

  /// Writes a store as it was after this migration, with what a store of today holds.
  ///
  /// @param today whose rows it gets; what the older shape has no column for is left out
  public static void write(Path today, long migration, Path older) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + older)) {
      connection.setAutoCommit(false);
      var sql = new Sql(connection, new PlainDialect(), true);
      List<Migration> known = Migrations.ofThisProgram().known();
      new Migrations(known.stream().filter(m -> m.number() <= migration).toList()).run(sql);
      connection.commit();
      connection.setAutoCommit(true);
      sql.once("ATTACH '" + today + "' AS today");
      connection.setAutoCommit(false);
      for (String table : names(sql, "SELECT name FROM main.sqlite_master WHERE type = 'table'")) {
        List<String> columns = columns(sql, table);
        if (!table.startsWith("migration") && !columns.isEmpty()) {
          String listed = String.join(", ", columns);
          sql.once("DELETE FROM main." + table);
          sql.once(
              "INSERT INTO main.%s (%s) SELECT %s FROM today.%s"
                  .formatted(table, listed, listed, table));
        }
      }
      connection.commit();
    }
  }

  /// Which both have.
  private static List<String> columns(Sql sql, String table) {
    List<String> columns =
        names(sql, "SELECT name FROM pragma_table_info('" + table + "', 'main')");
    columns.retainAll(names(sql, "SELECT name FROM pragma_table_info('" + table + "', 'today')"));
    return columns;
  }

  private static List<String> names(Sql sql, String query) {
    List<String> names = new ArrayList<>();
    sql.of(query).each(row -> names.add(row.text()));
    return names;
  }
}
