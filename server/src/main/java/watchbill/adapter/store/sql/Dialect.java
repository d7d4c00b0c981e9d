package watchbill.adapter.store.sql;

import java.sql.SQLException;

/// What one database says differently from another. Small on purpose: a method here is a promise
/// for every database to come.
public interface Dialect {
  /// The type of a column that holds bytes.
  String bytes();

  /// The columns of the index over what alerts hold their key: the key, where alerts are found by
  /// it; what is cheap to add to, where [HeldKeys] finds them.
  String columnsOfHeldKeys();

  /// The type of a column that holds text. Texts are ordered by their code points, whatever the
  /// language of the database.
  String text();

  /// The text as this database can keep it.
  String kept(String text);

  /// The end of a query that takes rows to work on, where several nodes ask at once.
  String skipLocked();

  /// Whether the database could not do it now, though it was asked rightly: the disk is full, a
  /// file can't be written, somebody else holds the lock.
  boolean isUnavailable(SQLException e);

  /// Whether the database undid the transaction in favour of another one, so that the same work can
  /// be done again from its beginning.
  boolean isLostToAnother(SQLException e);
}
