package watchbill.server.several;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import watchbill.server.child.ChildNode;

/// A PostgreSQL that can be stopped and started again under the nodes that use it.
final class Database implements AutoCloseable {
  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  Database(Path folder) throws IOException {
    this.folder = folder;
    this.port = ChildNode.freePort();
    this.server = started();
  }

  /// A second one that follows this step by step, and may take over. From now on nothing is
  /// committed here that is not there, too.
  Database standby(Path folder) throws IOException, InterruptedException {
    stop();
    run("cp", "-a", this.folder.toString(), folder.toString());
    Files.deleteIfExists(folder.resolve("epg-lock"));
    Files.createFile(folder.resolve("standby.signal"));
    Files.writeString(
        folder.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=second'%n"
            .formatted(port));
    start();
    var second = new Database(folder);
    Patience.within(
        Duration.ofSeconds(30),
        "the standby follows",
        () -> !ask("SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'").isEmpty());
    tell("ALTER SYSTEM SET synchronous_standby_names = 'second'");
    ask("SELECT pg_reload_conf()");
    Patience.within(
        Duration.ofSeconds(30),
        "the standby is waited for",
        () -> !ask("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'").isEmpty());
    return second;
  }

  /// Its machine is gone, at once.
  void kill() throws IOException, InterruptedException {
    String pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
    run("kill", "-KILL", pid);
  }

  /// A standby takes over.
  void promote() {
    ask("SELECT pg_promote()");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).start().waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  int port() {
    return port;
  }

  /// As a node is told it.
  String address() {
    return address(port);
  }

  /// As a node is told it that comes in by another port.
  static String address(int port) {
    return "postgres://postgres:postgres@127.0.0.1:" + port + "/postgres";
  }

  void stop() throws IOException {
    server.close();
  }

  /// As if its machine had lost its power, but for what the operating system still holds: what
  /// PostgreSQL had not yet written is gone.
  void crash() throws IOException, InterruptedException {
    String pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst();
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
    Path running = folder.resolve("postmaster.pid");
    Patience.within(Duration.ofSeconds(20), "the database is gone", () -> !Files.exists(running));
    server.close();
  }

  void start() throws IOException {
    server = started();
  }

  /// What a query says, one text for each row.
  List<String> ask(String query) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(query)) {
      while (results.next()) {
        rows.add(results.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer: " + query, e);
    }
    return rows;
  }

  private void tell(String statement) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement it = connection.createStatement()) {
      it.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not take: " + statement, e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setServerConfig("shared_buffers", "32MB")
        .start();
  }
}
