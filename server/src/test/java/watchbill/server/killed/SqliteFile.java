package watchbill.server.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import watchbill.adapter.store.sql.OlderStore;
import watchbill.adapter.store.sqlite.Backups;
import watchbill.adapter.store.sqlite.CannotCopyStore;

/// One file in the folder of the node.
record SqliteFile(Path data) implements NodeStore {
  @Override
  public List<String> arguments() {
    return List.of();
  }

  /// What the dead node held is its successor's at once.
  @Override
  public Duration tellsWithin() {
    return Duration.ofSeconds(10);
  }

  @Override
  public List<Path> files() {
    return List.of(named("watchbill.db"), named("watchbill.db-wal"), named("watchbill.db-journal"));
  }

  @Override
  public Connection examined() throws SQLException {
    Path copy = beside("looked-over.db");
    copy(copy);
    return DriverManager.getConnection("jdbc:sqlite:" + copy);
  }

  @Override
  public void makeOlder(long migration) throws IOException, SQLException {
    Path copy = beside("today.db");
    Path older = beside("older.db");
    Files.deleteIfExists(older);
    copy(copy);
    OlderStore.write(copy, migration, older);
    Files.deleteIfExists(named("watchbill.db-wal"));
    Files.deleteIfExists(named("watchbill.db-shm"));
    Files.move(older, named("watchbill.db"), StandardCopyOption.REPLACE_EXISTING);
  }

  private void copy(Path copy) throws SQLException {
    try {
      Backups.make(data, copy, true);
    } catch (CannotCopyStore e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  private Path named(String name) {
    return data.resolve(name);
  }

  private Path beside(String name) {
    return data.resolveSibling(name);
  }
}
