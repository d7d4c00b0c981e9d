package watchbill.adapter.store.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import watchbill.adapter.store.sql.Snapshots;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.engine.Stores;

/// Reads a store without having it: beside the node that runs, or a copy.
public final class StoreReading {
  private StoreReading() {}

  /// Reads the store of a data folder, whoever has it.
  ///
  /// @throws CannotCopyStore if there is none, or it can't be read
  public static <R> R ofFolder(Path data, Function<Stores, R> work) {
    Path store = StoreFolder.storeIn(data);
    if (!Files.isRegularFile(store)) {
      throw new CannotCopyStore("there is no store in " + data + ". Name its folder with --data");
    }
    var settings = SqliteSettings.DEFAULTS;
    try (var reader = SqliteConnection.reader(store, settings, new Snapshots())) {
      return reader.transact(work);
    } catch (StoreUnavailable e) {
      throw new CannotCopyStore("the store can't be read: " + e.getMessage(), e);
    }
  }

  /// Reads a copy, which nobody writes.
  ///
  /// @throws CannotCopyStore if it is not there, or can't be read
  public static <R> R ofFile(Path file, Function<Stores, R> work) {
    if (!Files.isRegularFile(file)) {
      throw new CannotCopyStore(file + " is not there. Name the file of a backup");
    }
    try (var examiner = SqliteConnection.examiner(file)) {
      return examiner.transact(work);
    } catch (StoreUnavailable e) {
      throw new CannotCopyStore(file + " can't be read: " + e.getMessage(), e);
    }
  }
}
