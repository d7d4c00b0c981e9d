package watchbill.adapter.store.sql;

import java.sql.SQLException;

/// The plainest database there is, for tests of what is the same in all.
record PlainDialect() implements Dialect {
  @Override
  public String bytes() {
    return "BLOB";
  }

  @Override
  public String columnsOfHeldKeys() {
    return "key";
  }

  @Override
  public String text() {
    return "TEXT";
  }

  @Override
  public String kept(String text) {
    return text;
  }

  @Override
  public String skipLocked() {
    return "";
  }

  @Override
  public boolean isUnavailable(SQLException e) {
    return false;
  }

  @Override
  public boolean isLostToAnother(SQLException e) {
    return false;
  }
}
