package watchbill.adapter.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.Migrations;
import watchbill.adapter.store.sql.StoreUnavailable;
import watchbill.audit.AuditEntry;
import watchbill.audit.ChainCheck;

/// A file that holds a whole store: looked over, and found good.
///
/// @param migration the last that was run on it
/// @param audit where its audit chain stands
public record StoreCopy(Path file, long bytes, long migration, ChainCheck audit) {
  private static final String WELL = "ok";

  /// Looks the file over: each of its pages and indexes, what wrote it, and its audit chain.
  ///
  /// @throws CannotCopyStore if anything of it is not as it should be
  public static StoreCopy examine(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CannotCopyStore(file + " is not there. Name the file of a backup");
    }
    try (SqliteConnection connection = SqliteConnection.examiner(file)) {
      List<String> found = connection.pragmaLines("integrity_check(10)");
      if (!found.equals(List.of(WELL))) {
        throw new CannotCopyStore(file + " is damaged: " + String.join("; ", found));
      }
      long migration = Migrations.ofThisProgram().lastOf(connection.sql());
      ChainCheck audit = connection.transact(stores -> ChainCheck.of(stores.audit()));
      audit.broken().ifPresent(entry -> refuse(file, entry));
      return new StoreCopy(file, Files.size(file), migration, audit);
    } catch (StoreUnavailable e) {
      throw new CannotCopyStore(file + " is no store, or a damaged one: " + e.getMessage(), e);
    } catch (CannotOpenStore e) {
      throw new CannotCopyStore(file + " can't be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CannotCopyStore(file + " can't be read: " + e.getMessage(), e);
    }
  }

  private static void refuse(Path file, AuditEntry entry) {
    throw new CannotCopyStore(
        file
            + " can't be trusted: its audit chain is broken at entry "
            + entry.sequence()
            + ", "
            + entry.deed().action()
            + " of "
            + entry.deed().at());
  }
}
