package watchbill.adapter.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// One row of an answer. Columns are read in the order in which the query names them.
final class Row {
  private final ResultSet results;
  private final Query query;
  private int taken;

  Row(ResultSet results, Query query) {
    this.results = results;
    this.query = query;
  }

  Row begin() {
    taken = 0;
    return this;
  }

  /// Leaves a column out.
  void pass() {
    taken++;
  }

  String text() {
    return optionalText().orElseThrow(() -> new IllegalStateException("column " + taken));
  }

  Optional<String> optionalText() {
    try {
      return Optional.ofNullable(results.getString(++taken));
    } catch (SQLException e) {
      throw query.failure(e);
    }
  }

  long number() {
    try {
      return results.getLong(++taken);
    } catch (SQLException e) {
      throw query.failure(e);
    }
  }

  int smallNumber() {
    return Math.toIntExact(number());
  }

  boolean flag() {
    return number() != 0;
  }

  Instant instant() {
    return Micros.toInstant(number());
  }

  Optional<Instant> optionalInstant() {
    try {
      long micros = results.getLong(++taken);
      // Nothing reads as zero, so only a zero needs a second look.
      return micros == 0 && results.wasNull()
          ? Optional.empty()
          : Optional.of(Micros.toInstant(micros));
    } catch (SQLException e) {
      throw query.failure(e);
    }
  }

  byte[] bytes() {
    try {
      return results.getBytes(++taken);
    } catch (SQLException e) {
      throw query.failure(e);
    }
  }
}
