package watchbill.server.killed;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Where the node of a lane keeps what it knows.
interface NodeStore {
  /// What there is of it. The name is what it is asked for by.
  enum Kind {
    SQLITE,
    POSTGRES
  }

  /// An empty one for the node that has this folder.
  static NodeStore of(Kind kind, Path data) {
    return switch (kind) {
      case SQLITE -> new SqliteFile(data);
      case POSTGRES -> new PostgresDatabase();
    };
  }

  /// What a node is told to find it.
  List<String> arguments();

  /// How soon after a restart whoever is due is told.
  Duration tellsWithin();

  /// The files to which a call must be to count, where that tells its calls from all others.
  List<Path> files();

  /// What it holds now, once it was found sound and its audit one chain.
  ///
  /// @throws SQLException if it is not so
  Connection examined() throws IOException, SQLException;

  /// Makes it what a node would have left that knew the migrations up to this one.
  void makeOlder(long migration) throws IOException, SQLException;
}
