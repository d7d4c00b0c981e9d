package watchbill.adapter.store.sqlite;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import watchbill.adapter.store.sql.Dialect;

/// What SQLite says in its own way.
final class SqliteDialect implements Dialect {
  /// Failures of the machine around us. What is missing here is a mistake of ours.
  private static final Set<SQLiteErrorCode> UNAVAILABLE =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_LOCKED,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_PERM,
          SQLiteErrorCode.SQLITE_PROTOCOL,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_NOTADB);

  private static final int PRIMARY_CODE = 0xff;

  @Override
  public String bytes() {
    return "BLOB";
  }

  /// In the order of ids, so that alerts that open together stand together. The writer finds alerts
  /// by [watchbill.adapter.store.sql.HeldKeys], and who reads walks along it.
  @Override
  public String columnsOfHeldKeys() {
    return "id, key";
  }

  @Override
  public String text() {
    return "TEXT";
  }

  @Override
  public String kept(String text) {
    return text;
  }

  /// There is one writer.
  @Override
  public String skipLocked() {
    return "";
  }

  @Override
  public boolean isUnavailable(SQLException e) {
    if (!(e instanceof SQLiteException known)) {
      return false;
    }
    // Extended codes, such as "I/O error while syncing", carry the plain one in their low byte.
    int code = known.getResultCode().code & PRIMARY_CODE;
    return UNAVAILABLE.stream().anyMatch(u -> u.code == code);
  }

  /// One writer loses to nobody.
  @Override
  public boolean isLostToAnother(SQLException e) {
    return false;
  }
}
