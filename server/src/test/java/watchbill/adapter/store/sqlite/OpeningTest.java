package watchbill.adapter.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.store.sql.CannotOpenStore;
import watchbill.adapter.store.sql.StoreUnavailable;

/// Who may open a store, and what is left when it is closed.
class OpeningTest {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Test
  void aSecondProgramIsRefusedAndToldWhoHasIt() {
    store.transactions();
    assertThatThrownBy(() -> SqliteTransactions.open(store.folder()))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining(store.folder().toString())
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining("--data");
  }

  @Test
  void theFolderIsFreeAfterACleanStop() {
    store.afterCleanStop();
    assertThat(Files.exists(store.folder().resolve("watchbill.db"))).isTrue();
  }

  @Test
  void aCleanStopLeavesOneFileWithoutALog() {
    store.transactions().write(stores -> stores.pages().nextNumber());
    store.stop();
    assertThat(Files.exists(store.folder().resolve("watchbill.db-wal"))).isFalse();
  }

  @Test
  void whoeverComesAfterTheCloseIsTurnedAway() {
    SqliteTransactions transactions = store.transactions();
    transactions.close();
    transactions.close();
    assertThatThrownBy(() -> transactions.write(stores -> stores.pages().nextNumber()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> transactions.read(stores -> stores.pages().open(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void makesTheFolderWhenThereIsNone(@TempDir Path parent) {
    Path folder = parent.resolve("a/b");
    SqliteTransactions.open(folder).close();
    assertThat(Files.exists(folder.resolve("watchbill.db"))).isTrue();
  }

  @Test
  void saysSoWhenTheFolderIsAFile(@TempDir Path parent) throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "not a folder");
    assertThatThrownBy(() -> SqliteTransactions.open(file))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFileThatIsNoStoreIsRefusedAndLeftAlone(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("watchbill.db"), "my diary\n".repeat(1_000));
    assertThatThrownBy(() -> SqliteTransactions.open(folder))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining(file.toString());
    assertThat(file).content().startsWith("my diary");
  }

  @Test
  void aStoreOfANewerProgramIsRefused() throws SQLException {
    store.stop();
    change("INSERT INTO migration (number, name, checksum) VALUES (999, '0999-later.sql', 'x')");
    assertThatThrownBy(() -> SqliteTransactions.open(store.folder()))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("999")
        .hasMessageContaining("newer");
  }

  @Test
  void aStoreOfAnotherBuildIsRefused() throws SQLException {
    store.stop();
    change("UPDATE migration SET checksum = 'changed' WHERE number = 1");
    assertThatThrownBy(() -> SqliteTransactions.open(store.folder()))
        .isInstanceOf(CannotOpenStore.class)
        .hasMessageContaining("0001-first-tables.sql");
  }

  @Test
  void aLockHeldOutsideIsWaitedForAndThenSaid(@TempDir Path folder) throws SQLException {
    SqliteSettings impatient = SqliteSettings.DEFAULTS.withBusyTimeout(Duration.ofMillis(20));
    try (var transactions = SqliteTransactions.open(folder, impatient)) {
      try (Connection shell = connect(folder);
          Statement statement = shell.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        assertThatThrownBy(() -> transactions.write(stores -> stores.pages().nextNumber()))
            .isInstanceOf(StoreUnavailable.class);
        statement.execute("ROLLBACK");
      }
      assertThat(transactions.<Long>write(stores -> stores.pages().nextNumber())).isEqualTo(1);
    }
  }

  @Test
  void aTransactionWithinATransactionIsOurMistake() {
    SqliteTransactions transactions = store.transactions();
    assertThatThrownBy(() ->
            transactions.write(_ -> transactions.write(stores -> stores.pages().nextNumber())))
        .isInstanceOf(IllegalStateException.class);
  }

  private void change(String text) throws SQLException {
    try (Connection shell = connect(store.folder());
        Statement statement = shell.createStatement()) {
      statement.execute(text);
    }
  }

  private static Connection connect(Path folder) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("watchbill.db"));
  }
}
