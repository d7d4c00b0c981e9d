package watchbill.adapter.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.audit.Deed;
import watchbill.outage.Restored;

/// A copy is whole or it is not there, and what is put back says that it is a copy.
class BackupsTest {
  private static final Instant LATER = NIGHT.plus(Duration.ofHours(9));

  @RegisterExtension final TemporaryStore store = new TemporaryStore();
  @TempDir Path folder;

  @Test
  void copiesAStoreBesideTheNodeThatWritesIt() throws InterruptedException {
    keep(0, 100);
    var going = new AtomicBoolean(true);
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 100; going.get(); i++) {
                keep(i, 1);
              }
            });
    StoreCopy copy = Backups.make(store.folder(), folder.resolve("a.db"), false);
    going.set(false);
    writer.join();
    assertThat(copy.audit().isWhole()).isTrue();
    assertThat(copy.audit().head().sequence()).isGreaterThanOrEqualTo(100);
    assertThat(names()).containsExactly("a.db");
    assertThat(StoreCopy.examine(copy.file()).audit()).isEqualTo(copy.audit());
  }

  @Test
  void copiesAStoreThatNoNodeHas() throws IOException {
    keep(0, 3);
    store.stop();
    StoreCopy copy = Backups.make(store.folder(), folder.resolve("deep/down/a.db"), false);
    assertThat(copy.audit().head().sequence()).isEqualTo(3);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.file())))
        .as("the key that signs links is in it")
        .isEqualTo("rw-------");
  }

  @Test
  void overwritesNothingUnlessToldTo() throws IOException {
    keep(0, 1);
    Path file = folder.resolve("a.db");
    Files.writeString(file, "dear");
    assertThatThrownBy(() -> Backups.make(store.folder(), file, false))
        .isInstanceOf(CannotCopyStore.class)
        .hasMessageContaining("is there already. Name another, or say --force");
    assertThat(file).hasContent("dear");
    assertThat(Backups.make(store.folder(), file, true).audit().head().sequence()).isEqualTo(1);
    assertThatThrownBy(() -> Backups.make(store.folder(), folder, true))
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> Backups.make(folder.resolve("none"), file, true))
        .hasMessageContaining("there is no store in");
  }

  @Test
  void removesWhatAKilledBackupLeftBehind() throws IOException {
    keep(0, 1);
    Files.writeString(folder.resolve("a.db.partial-999999999"), "half");
    Files.writeString(folder.resolve("b.db.partial-999999999"), "of another");
    Backups.make(store.folder(), folder.resolve("a.db"), false);
    assertThat(names()).containsExactly("a.db", "b.db.partial-999999999");
  }

  @Test
  void aBackupThatIsKilledLeavesNoFileOfItsName() throws IOException, InterruptedException {
    keep(0, 20_000);
    store.stop();
    Path file = folder.resolve("a.db");
    Process backup = start(store.folder(), file);
    boolean begun = false;
    boolean ended = false;
    while (!begun && !ended) {
      begun = names().stream().anyMatch(n -> n.startsWith("a.db.partial-"));
      ended = backup.waitFor(1, TimeUnit.MILLISECONDS);
    }
    backup.destroyForcibly().waitFor();
    assertThat(begun).as("it was killed on its way").isTrue();
    assertThat(file).doesNotExist();
    assertThat(Backups.make(store.folder(), file, false).audit().head().sequence())
        .isEqualTo(20_000);
    assertThat(names()).containsExactly("a.db");
  }

  @Test
  void refusesACopyOfWhichAPageIsDamaged() throws IOException {
    keep(0, 2_000);
    Path file = Backups.make(store.folder(), folder.resolve("a.db"), false).file();
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 40_000; i++) {
      bytes[i] = (byte) 0x5a;
    }
    Files.write(file, bytes);
    refuses(file, "is damaged");
  }

  @Test
  void refusesACopyThatWasCutOff() throws IOException {
    keep(0, 2_000);
    Path file = Backups.make(store.folder(), folder.resolve("a.db"), false).file();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
    refuses(file, "damaged");
    Files.write(file, "no store".getBytes(StandardCharsets.UTF_8));
    refuses(file, "is no store");
    refuses(folder.resolve("none"), "is not there");
  }

  @Test
  void refusesACopyWhoseAuditWasBent() throws SQLException {
    keep(0, 5);
    Path file = Backups.make(store.folder(), folder.resolve("a.db"), false).file();
    run(file, "UPDATE audit_entry SET said = 'nothing' WHERE sequence = 3");
    refuses(file, "its audit chain is broken at entry 3, event.kept of " + NIGHT);
  }

  @Test
  void refusesACopyOfANewerProgram() throws SQLException {
    keep(0, 1);
    Path file = Backups.make(store.folder(), folder.resolve("a.db"), false).file();
    run(file, "INSERT INTO migration (number, name, checksum) VALUES (9999, 'x', 'x')");
    refuses(file, "newer Watchbill");
  }

  @Test
  void putsACopyBackAndMarksItWithTheInstantOfItsNewestEntry() {
    keep(0, 4);
    Path file = Backups.make(store.folder(), folder.resolve("a.db"), false).file();
    Path data = folder.resolve("data");
    assertThat(Backups.restore(file, data, LATER)).isEqualTo(NIGHT);
    try (var restored = SqliteTransactions.open(data)) {
      Optional<Restored> mark = restored.read(s -> s.outages().marked());
      assertThat(mark).contains(new Restored(NIGHT, LATER));
      Optional<Event> kept = restored.read(s -> s.events().find(new EventId("event-3")));
      assertThat(kept).isPresent();
    }
    assertThatThrownBy(() -> Backups.restore(file, data, LATER))
        .hasMessageContaining("holds a store already, and nothing is overwritten");
  }

  @Test
  void theNewestThingMayBeThatTheNodeLived() {
    keep(0, 1);
    Instant lived = NIGHT.plusSeconds(90);
    store
        .transactions()
        .write(s -> {
          s.heartbeats().heardUntil(lived);
          return true;
        });
    Path file = Backups.make(store.folder(), folder.resolve("a.db"), false).file();
    assertThat(Backups.restore(file, folder.resolve("data"), LATER)).isEqualTo(lived);
  }

  @Test
  void putsBackACopyOfAnOlderProgramAndBringsItUpToDate() throws SQLException {
    keep(0, 2);
    Path file = Backups.make(store.folder(), folder.resolve("a.db"), false).file();
    run(
        file,
        "DROP TABLE outage",
        "DROP TABLE restored",
        "DELETE FROM migration WHERE name LIKE '%outages%'");
    Path data = folder.resolve("data");
    Backups.restore(file, data, LATER);
    try (var restored = SqliteTransactions.open(data)) {
      Optional<Restored> mark = restored.read(s -> s.outages().marked());
      assertThat(mark).isPresent();
    }
  }

  @Test
  void aDamagedCopyLeavesTheFolderAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("a.db"), "no store");
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createDirectory(data.resolve("restoring-999999999"));
    assertThatThrownBy(() -> Backups.restore(file, data, LATER))
        .isInstanceOf(CannotCopyStore.class);
    assertThat(data).isEmptyDirectory();
  }

  /// A backup in a process of its own, to be killed.
  public static void main(String... paths) {
    Backups.make(Path.of(paths[0]), Path.of(paths[1]), false);
  }

  private static Process start(Path data, Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BackupsTest.class.getName(),
            data.toString(),
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void refuses(Path file, String why) {
    assertThatThrownBy(() -> StoreCopy.examine(file))
        .isInstanceOf(CannotCopyStore.class)
        .hasMessageContaining(why);
  }

  private void keep(int first, int count) {
    store
        .transactions()
        .write(s -> {
          for (int i = first; i < first + count; i++) {
            var id = new EventId("event-" + i);
            s.events().add(List.of(new Event(id, PROMETHEUS, NIGHT, "", "kept", "")));
            s.audit()
                .append(List.of(new Deed(NIGHT, "test", "event.kept", id.value(), "Kept", "")));
          }
          return true;
        });
  }

  private static void run(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
