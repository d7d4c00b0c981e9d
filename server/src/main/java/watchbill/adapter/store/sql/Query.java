package watchbill.adapter.store.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One prepared statement. Parameters are given in the order of their question marks.
final class Query {
  private final String text;
  private final PreparedStatement statement;
  private final Sql sql;
  private int given;

  Query(String text, PreparedStatement statement, Sql sql) {
    this.text = text;
    this.statement = statement;
    this.sql = sql;
  }

  Query begin() {
    given = 0;
    return this;
  }

  Query text(String value) {
    try {
      statement.setString(++given, sql.dialect().kept(value));
      return this;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  Query text(Optional<String> value) {
    return value.isPresent() ? text(value.get()) : nothing(Types.VARCHAR);
  }

  Query number(long value) {
    try {
      statement.setLong(++given, value);
      return this;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  Query number(Optional<Long> value) {
    return value.isPresent() ? number(value.get()) : nothing(Types.BIGINT);
  }

  Query flag(boolean value) {
    return number(value ? 1 : 0);
  }

  Query instant(Instant value) {
    return number(Micros.of(value));
  }

  Query instant(Optional<Instant> value) {
    return value.isPresent() ? instant(value.get()) : nothing(Types.BIGINT);
  }

  Query bytes(byte[] value) {
    try {
      statement.setBytes(++given, value);
      return this;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Runs a statement that returns nothing.
  ///
  /// @return how many rows it touched
  int run() {
    if (!sql.isWritable()) {
      throw new IllegalStateException("a reading transaction can't write: " + text);
    }
    try {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  <T> List<T> list(Function<Row, T> read) {
    List<T> found = new ArrayList<>();
    each(row -> found.add(read.apply(row)));
    return found;
  }

  /// The first row, where there is at most one or the others do not matter.
  <T> Optional<T> first(Function<Row, T> read) {
    try (ResultSet results = statement.executeQuery()) {
      return results.next()
          ? Optional.of(read.apply(new Row(results, this).begin()))
          : Optional.empty();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  void each(Consumer<Row> consume) {
    try (ResultSet results = statement.executeQuery()) {
      var row = new Row(results, this);
      while (results.next()) {
        consume.accept(row.begin());
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  RuntimeException failure(SQLException e) {
    sql.forget(text);
    return sql.failure(text, e);
  }

  private Query nothing(int type) {
    try {
      statement.setNull(++given, type);
      return this;
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
