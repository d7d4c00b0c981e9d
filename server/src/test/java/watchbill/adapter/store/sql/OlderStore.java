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
  /// How a database is asked what it is made of.
  ///
  /// @param schema of the older store
  /// @param tables names those of the older store
  /// @param columns names those of a schema's table
  private record Shape(String schema, String tables, String columns) {
    static final Shape SQLITE =
        new Shape(
            "main",
            "SELECT name FROM main.sqlite_master WHERE type = 'table'",
            "SELECT name FROM pragma_table_info('%2$s', '%1$s')");

    static final Shape POSTGRES =
        new Shape(
            "public",
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
            "SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = '%1$s' AND table_name = '%2$s'");
  }

  private OlderStore() {}

  /// Writes a store as it was after this migration, with what a store of today holds.
  ///
  /// @param today whose rows it gets; what the older shape has no column for is left out
  public static void write(Path today, long migration, Path older) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + older)) {
      connection.setAutoCommit(false);
      var sql = new Sql(connection, new PlainDialect(), true);
      migrationsUpTo(migration).run(sql);
      connection.commit();
      connection.setAutoCommit(true);
      sql.once("ATTACH '" + today + "' AS today");
      connection.setAutoCommit(false);
      fill(sql, Shape.SQLITE);
      connection.commit();
    }
  }

  /// Takes a database of PostgreSQL back to what it was after this migration, with what it holds.
  public static void writeInPlace(Connection connection, Dialect dialect, long migration)
      throws SQLException {
    connection.setAutoCommit(false);
    var sql = new Sql(connection, dialect, true);
    sql.once("ALTER SCHEMA public RENAME TO today");
    sql.once("CREATE SCHEMA public");
    sql.once("SET LOCAL session_replication_role = replica"); // In whichever order tables come.
    migrationsUpTo(migration).run(sql);
    fill(sql, Shape.POSTGRES);
    sql.once("DROP SCHEMA today CASCADE");
    connection.commit();
  }

  private static Migrations migrationsUpTo(long last) {
    List<Migration> known = Migrations.ofThisProgram().known();
    return new Migrations(known.stream().filter(m -> m.number() <= last).toList());
  }

  private static void fill(Sql sql, Shape shape) {
    for (String table : names(sql, shape.tables())) {
      List<String> columns = names(sql, shape.columns().formatted(shape.schema(), table));
      columns.retainAll(names(sql, shape.columns().formatted("today", table)));
      if (!table.startsWith("migration") && !columns.isEmpty()) {
        String listed = String.join(", ", columns);
        sql.once("DELETE FROM %s.%s".formatted(shape.schema(), table));
        sql.once(
            "INSERT INTO %s.%s (%s) SELECT %s FROM today.%s"
                .formatted(shape.schema(), table, listed, listed, table));
      }
    }
  }

  private static List<String> names(Sql sql, String query) {
    List<String> names = new ArrayList<>();
    sql.of(query).each(row -> names.add(row.text()));
    return names;
  }
}
