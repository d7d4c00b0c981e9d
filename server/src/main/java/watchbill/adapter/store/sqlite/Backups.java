package watchbill.adapter.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.engine.Stores;
import watchbill.outage.Restored;

/// Makes copies of a store, beside a node that runs or without one, and puts one back.
public final class Backups {
  private static final String PARTIAL = ".partial-";
  private static final String RESTORING = "restoring-";

  private Backups() {}

  /// Copies the store of a data folder to a file, as it is at this moment. The file has its name
  /// only once it was looked over and is on disk.
  ///
  /// @param replace whether a file that is there already may be replaced
  /// @throws CannotCopyStore if it can't, and then no file has that name that had it not before
  public static StoreCopy make(Path data, Path file, boolean replace) {
    Path store = StoreFolder.storeIn(data);
    if (!Files.isRegularFile(store)) {
      throw new CannotCopyStore("there is no store in " + data + ". Name its folder with --data");
    }
    Path whole = file.toAbsolutePath();
    refuseToOverwrite(whole, replace);
    Path partial = whole.resolveSibling(whole.getFileName() + PARTIAL + ownId());
    try {
      removeLeftOvers(whole);
      makePrivate(partial);
      try (SqliteConnection source = SqliteConnection.carrier(store, SqliteSettings.DEFAULTS)) {
        source.copyTo(partial);
      }
      StoreCopy copy = StoreCopy.examine(partial);
      flush(partial);
      refuseToOverwrite(whole, replace);
      Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
      flushFolder(whole);
      return new StoreCopy(whole, copy.bytes(), copy.migration(), copy.audit());
    } catch (StoreUnavailable e) {
      throw new CannotCopyStore("the store can't be copied: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CannotCopyStore(whole + " can't be written: " + e + ". Is there room?", e);
    } finally {
      delete(partial);
    }
  }

  /// Puts a copy back into a data folder that holds no store. It is looked over, brought up to date
  /// and marked, so that the node that starts with it knows what it is.
  ///
  /// @return the instant of the newest thing in it
  /// @throws CannotCopyStore if it can't, and then the folder still holds no store
  public static Instant restore(Path file, Path data, Instant now) {
    Path store = StoreFolder.storeIn(data);
    if (Files.exists(store)) {
      throw new CannotCopyStore(
          data + " holds a store already, and nothing is overwritten. Move it away first");
    }
    Path work = data.resolve(RESTORING + ownId());
    try {
      StoreFolder.makePrivate(data);
      removeUnfinished(data);
      StoreFolder.makePrivate(work);
      Path copied = StoreFolder.storeIn(work);
      Files.copy(file, copied);
      StoreCopy copy = StoreCopy.examine(copied);
      Instant newestAt = mark(work, copy, now);
      flush(copied);
      Files.move(copied, store, StandardCopyOption.ATOMIC_MOVE);
      flushFolder(store);
      return newestAt;
    } catch (IOException e) {
      throw new CannotCopyStore("the copy can't be put back: " + e, e);
    } catch (CannotOpenStore | StoreUnavailable e) {
      throw new CannotCopyStore("the copy can't be brought up to date: " + e.getMessage(), e);
    } finally {
      deleteFolder(work);
    }
  }

  private static Instant mark(Path folder, StoreCopy copy, Instant now) {
    try (SqliteTransactions store = SqliteTransactions.open(folder)) {
      return store.write(stores -> {
        Instant newestAt = newest(stores, copy).orElse(now);
        stores.outages().mark(new Restored(newestAt, now));
        return newestAt;
      });
    }
  }

  /// A node notes every few seconds that it lives, also when nothing happens.
  private static Optional<Instant> newest(Stores stores, StoreCopy copy) {
    Optional<Instant> done = copy.audit().newestAt();
    return stores
        .heartbeats()
        .heardUntil()
        .filter(lived -> done.filter(lived::isBefore).isEmpty())
        .or(() -> done);
  }

  private static void refuseToOverwrite(Path file, boolean replace) {
    if (Files.isDirectory(file)) {
      throw new CannotCopyStore(file + " is a folder. Name the file to write in it");
    }
    if (!replace && Files.exists(file)) {
      throw new CannotCopyStore(file + " is there already. Name another, or say --force");
    }
  }

  private static String ownId() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static void makePrivate(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var owner = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
    } else {
      Files.createFile(file);
    }
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// A name is on disk only when its folder is.
  private static void flushFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /// What a backup to this file left behind that was killed.
  private static void removeLeftOvers(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> partials =
        Files.newDirectoryStream(folder, p -> name(p).startsWith(name(file) + PARTIAL))) {
      for (Path partial : partials) {
        if (!isAtWork(partial, PARTIAL)) {
          delete(partial);
        }
      }
    }
  }

  private static void removeUnfinished(Path data) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(data, RESTORING + "*")) {
      for (Path folder : left) {
        if (!isAtWork(folder, RESTORING)) {
          deleteFolder(folder);
        }
      }
    }
  }

  private static boolean isAtWork(Path left, String mark) {
    String id = name(left).substring(name(left).lastIndexOf(mark) + mark.length());
    return id.matches("[0-9]{1,10}")
        && Long.parseLong(id) != ProcessHandle.current().pid()
        && ProcessHandle.of(Long.parseLong(id)).isPresent();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It keeps the name that says what it is, and the next backup tries again.
    }
  }

  private static void deleteFolder(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(Backups::delete);
    } catch (IOException e) {
      // As above.
    }
    delete(folder);
  }
}
