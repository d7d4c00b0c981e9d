package watchbill.adapter.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL of this machine, started when the first test asks for it and gone with the JVM.
///
/// Nothing reaches the disk: what is tested here is what the database says, not that it keeps it.
public final class TestServer {
  private static final String USER = "postgres";
  private static final AtomicInteger DATABASES = new AtomicInteger();

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
    String name = "test" + DATABASES.incrementAndGet();
    try (var admin = Running.SERVER.getPostgresDatabase().getConnection();
        var statement = admin.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for a test", e);
    }
    var host = new PostgresAddress.Host("127.0.0.1", Running.SERVER.getPort());
    return new PostgresAddress(
        List.of(host), name, USER, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
