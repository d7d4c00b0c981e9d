package watchbill.adapter.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A store in a folder of its own, opened when first asked for and gone after the test.
final class TemporaryStore implements AfterEachCallback {
  private final List<Path> folders = new ArrayList<>();
  private final List<SqliteTransactions> opened = new ArrayList<>();

  SqliteTransactions transactions() {
    if (opened.isEmpty()) {
      opened.add(SqliteTransactions.open(folder()));
    }
    return opened.getLast();
  }

  /// The folder it lies in.
  Path folder() {
    if (folders.isEmpty()) {
      folders.add(newFolder());
    }
    return folders.getLast();
  }

  /// The same store after the power failed: what lies on disk at this moment, opened anew.
  SqliteTransactions afterPowerFailure() throws IOException, InterruptedException {
    Path copy = newFolder();
    // By another process: to open and close the file in this one would drop SQLite's locks.
    var copying = new ProcessBuilder("cp", "-r", folder() + "/.", copy.toString()).start();
    if (copying.waitFor() != 0) {
      throw new IOException("can't copy " + folder());
    }
    folders.add(copy);
    opened.add(SqliteTransactions.open(copy));
    return opened.getLast();
  }

  void stop() {
    transactions().close();
    opened.removeLast();
  }

  /// The same store after a clean stop.
  SqliteTransactions afterCleanStop() {
    stop();
    return transactions();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    opened.forEach(SqliteTransactions::close);
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("watchbill-store-test");
    } catch (IOException e) {
      throw new IllegalStateException("no room for a test", e);
    }
  }
}
