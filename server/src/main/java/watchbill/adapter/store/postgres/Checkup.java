package watchbill.adapter.store.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/// What a database says of itself.
///
/// @param version in its own words
/// @param major the first number of it
/// @param isDurable whether what is committed survives a loss of power
/// @param clock what it takes for now
public record Checkup(String version, int major, boolean isDurable, Instant clock) {
  private static final int PER_MAJOR = 10_000;
  private static final int PER_SECOND = 1_000_000;
  private static final int NANOS = 1_000;

  private static final String ASK =
      """
      SELECT current_setting('server_version'), current_setting('server_version_num'),
        current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on',
        CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)
      """;

  /// Asks it; fails with its own words, in which there is no password.
  public static Checkup of(PostgresAddress address) throws SQLException {
    try (Connection connection = Pool.alone(address);
        Statement statement = connection.createStatement();
        ResultSet says = statement.executeQuery(ASK)) {
      says.next();
      long micros = says.getLong(4);
      return new Checkup(
          says.getString(1),
          says.getInt(2) / PER_MAJOR,
          says.getBoolean(3),
          Instant.ofEpochSecond(micros / PER_SECOND, micros % PER_SECOND * NANOS));
    }
  }
}
