package watchbill.adapter.store.postgres;

import java.sql.SQLException;
import java.util.Set;
import watchbill.adapter.store.sql.Dialect;

/// What PostgreSQL says in its own way.
final class PostgresDialect implements Dialect {
  private static final char NUL = '\0';
  private static final char SYMBOL_FOR_NUL = '\u2400';
  private static final int CLASS_LENGTH = 2;

  /// By the first two characters of the code: the connection, its permission, the resources of the
  /// database, its operator, its disk.
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28", "53", "57", "58");

  /// A session that stood still for too long in a transaction, or in all; a lock that was not to be
  /// had; a database that may only be read, as one is that waits to take over; broken pages.
  private static final Set<String> UNAVAILABLE =
      Set.of("25P03", "25P04", "55P03", "25006", "3D000", "XX001", "XX002");

  /// Not serializable, a deadlock, and a plan that a migration of another node has made stale.
  private static final Set<String> LOST = Set.of("40001", "40P01", "0A000");

  @Override
  public String bytes() {
    return "BYTEA";
  }

  @Override
  public String columnsOfHeldKeys() {
    return "key";
  }

  @Override
  public String text() {
    return "TEXT COLLATE \"C\"";
  }

  /// A text can't hold the character NUL here; its visible symbol stands in its place.
  @Override
  public String kept(String text) {
    return text.indexOf(NUL) < 0 ? text : text.replace(NUL, SYMBOL_FOR_NUL);
  }

  @Override
  public String skipLocked() {
    return "FOR UPDATE SKIP LOCKED";
  }

  @Override
  public boolean isUnavailable(SQLException e) {
    String state = e.getSQLState();
    return state == null // The pool's own: no connection is to be had, or it was closed.
        || UNAVAILABLE.contains(state)
        || UNAVAILABLE_CLASSES.contains(state.substring(0, CLASS_LENGTH));
  }

  @Override
  public boolean isLostToAnother(SQLException e) {
    return e.getSQLState() != null && LOST.contains(e.getSQLState());
  }
}
