package watchbill.adapter.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of this machine, started when the first test asks for it and gone with the JVM.
///
/// Nothing reaches the disk: what is tested here is what the database says, not that it keeps it.
public final class TestServer {
  private static final String USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /// The port of one that runs already on this machine and trusts whoever comes: to test another
  /// version of PostgreSQL than the one that is started here.
  private static final @Nullable Integer GIVEN = Integer.getInteger("watchbill.test.postgres");

  private TestServer() {}

  /// Loaded, and so started, when it is first asked for.
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("shared_buffers", "16MB")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("no PostgreSQL can be started here", e);
      }
    }
  }

  /// An empty database that nobody else uses.
  public static PostgresAddress newDatabase() {
    String name = "watchbill_test" + DATABASES.incrementAndGet();
    try (Connection admin = connect(database("postgres"));
        Statement statement = admin.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for a test", e);
    }
    return database(name);
  }

  /// Past the pools, as an administrator comes.
  public static Connection connect(PostgresAddress address) {
    PostgresAddress.Host host = address.hosts().getFirst();
    String url = "jdbc:postgresql://" + host + "/" + address.database();
    try {
      return DriverManager.getConnection(url, address.user(), "");
    } catch (SQLException e) {
      throw new IllegalStateException("no connection for a test", e);
    }
  }

  private static PostgresAddress database(String name) {
    int port = GIVEN == null ? Running.SERVER.getPort() : GIVEN;
    return new PostgresAddress(
        List.of(new PostgresAddress.Host("127.0.0.1", port)),
        name,
        USER,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
