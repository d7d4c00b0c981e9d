package watchbill.adapter.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDialectTest {
  private final PostgresDialect dialect = new PostgresDialect();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          08006, the connection broke
          08001, nobody there
          28P01, the password is wrong now
          53100, the disk is full
          53300, too many connections
          57P01, an administrator stopped it
          57P03, it is starting
          57014, a statement took too long
          25P03, we stood still in a transaction
          25006, this one may only be read
          55P03, a lock was not to be had
          58030, the disk does not answer
          """)
  void whatPassesIsToldFromABug(String state, String what) {
    assertThat(dialect.isUnavailable(new SQLException(what, state))).as(what).isTrue();
    assertThat(dialect.isLostToAnother(new SQLException(what, state))).as(what).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "0A000"})
  void whatWasUndoneForAnotherMayBeRunAgain(String state) {
    assertThat(dialect.isLostToAnother(new SQLException("", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22P02"})
  void aBugIsNothingElse(String state) {
    assertThat(dialect.isUnavailable(new SQLException("", state))).isFalse();
    assertThat(dialect.isLostToAnother(new SQLException("", state))).isFalse();
  }
}
