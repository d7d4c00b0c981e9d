package watchbill.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.adapter.store.sqlite.SqliteTransactions;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.server.config.BackupSettings;
import watchbill.testkit.Cast;
import watchbill.testkit.HandClock;

/// A copy when the last is old enough, as many as are kept, and a word when one can't be made.
class BackupRoundsTest {
  private final HandClock clock = new HandClock(Cast.NIGHT);
  private final List<Command> said = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void makesOneWhenTheLastIsOldEnough() throws IOException {
    try (var _ = SqliteTransactions.open(data())) {
      BackupRounds rounds = rounds(data(), 14);
      rounds.round();
      assertThat(copies()).containsExactly("watchbill-20250106T030000Z.db");
      clock.turn(Duration.ofHours(23));
      rounds.round();
      assertThat(copies()).hasSize(1);
      clock.turn(Duration.ofMinutes(59));
      rounds.round();
      assertThat(copies()).hasSize(2);
    }
    assertThat(said).hasSize(3).allMatch(c -> c instanceof Command.EndTrouble);
  }

  @Test
  void letsGoOfTheOldestAndOfNothingElse() throws IOException {
    Files.createDirectories(to());
    Files.writeString(to().resolve("notes.txt"), "mine");
    Files.writeString(to().resolve("watchbill-before-upgrade.db"), "mine too");
    try (var _ = SqliteTransactions.open(data())) {
      BackupRounds rounds = rounds(data(), 2);
      for (int day = 0; day < 4; day++) {
        rounds.round();
        clock.turn(Duration.ofDays(1));
      }
    }
    assertThat(copies())
        .containsExactly(
            "notes.txt",
            "watchbill-20250108T030000Z.db",
            "watchbill-20250109T030000Z.db",
            "watchbill-before-upgrade.db");
  }

  @Test
  void aBackupThatCanNotBeMadeIsTroubleOfOurOwnUntilOneIs() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    rounds(nowhere, 2).round();
    assertThat(said)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.RaiseTrouble.class,
            trouble -> {
              assertThat(trouble.summary()).isEqualTo("Watchbill's backup failed");
              assertThat(trouble.because()).contains("there is no store in", "There is none yet");
            });
    Files.delete(to());
    Files.writeString(to(), "no folder");
    said.clear();
    rounds(data(), 2).round();
    assertThat(said).singleElement().isInstanceOf(Command.RaiseTrouble.class);
  }

  @Test
  void knowsWhenTheLastWasMade() throws IOException {
    assertThat(rounds(data(), 2).last()).isEmpty();
    Files.createDirectories(to());
    Instant at = Instant.parse("2024-12-31T23:59:59Z");
    Files.writeString(to().resolve(BackupRounds.nameAt(at)), "");
    assertThat(rounds(data(), 2).last()).contains(at);
  }

  private BackupRounds rounds(Path data, int keep) {
    var settings = new BackupSettings(Duration.ofDays(1), to(), keep);
    return new BackupRounds(
        command -> {
          said.add(command);
          return new Reply.Done();
        },
        clock,
        data,
        settings);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path to() {
    return folder.resolve("copies");
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> files = Files.list(to())) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
