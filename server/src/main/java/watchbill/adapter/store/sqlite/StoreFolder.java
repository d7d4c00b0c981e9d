package watchbill.adapter.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.StoreUnavailable;

/// The folder of one store, held by one process at a time. The lock ends with the process, however
/// it ends.
final class StoreFolder implements AutoCloseable {
  private static final String LOCK = "watchbill.lock";
  private static final String STORE = "watchbill.db";

  private final Path folder;
  private final FileChannel lockFile;

  /// Open for as long as the store is: to close it earlier would drop the locks that SQLite holds.
  private final FileChannel storeFile;

  private StoreFolder(Path folder, FileChannel lockFile, FileChannel storeFile) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.storeFile = storeFile;
  }

  static StoreFolder take(Path folder) {
    Path lock = folder.resolve(LOCK);
    try {
      makePrivate(folder);
      FileChannel file = open(lock);
      if (!isLocked(file)) {
        String holder = holder(file).map(pid -> " (process " + pid + ")").orElse("");
        file.close();
        throw new CannotOpenStore(
            "the data folder "
                + folder
                + " is in use by another Watchbill"
                + holder
                + ". Stop it, or give this one a folder of its own with --data");
      }
      note(file);
      return new StoreFolder(folder, file, open(folder.resolve(STORE)));
    } catch (IOException e) {
      throw new CannotOpenStore(
          "the data folder " + folder + " can't be used: " + e + ". Is it there and writable?", e);
    }
  }

  /// A new folder is its owner's alone: the key that signs links is in it. One that is there
  /// already is left as its owner wants it.
  static void makePrivate(Path folder) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (Files.exists(folder)) {
      return;
    }
    if (posix) {
      Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createDirectories(folder);
    }
  }

  /// The store that a folder holds, be it there or not.
  static Path storeIn(Path folder) {
    return folder.resolve(STORE);
  }

  Path path() {
    return folder;
  }

  Path store() {
    return folder.resolve(STORE);
  }

  /// Has what was written to the store reach the disk, whoever wrote it.
  void flush() {
    try {
      storeFile.force(false);
    } catch (IOException e) {
      throw new StoreUnavailable("the store can't be flushed to disk: " + e.getMessage(), e);
    }
  }

  /// After the last connection to the store.
  @Override
  public void close() {
    try {
      storeFile.close();
      lockFile.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock of " + folder + " can't be let go", e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      @Nullable FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // Held by this very process.
    }
  }

  /// Who holds it, as a help for whoever reads the message; the lock itself is what counts.
  private static Optional<String> holder(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 3);
    file.read(bytes, 0);
    String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    return pid.isEmpty() ? Optional.empty() : Optional.of(pid);
  }

  private static void note(FileChannel file) throws IOException {
    String pid = ProcessHandle.current().pid() + "\n";
    file.truncate(0);
    file.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }
}
