package watchbill.server.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.store.sql.OlderStore;
import watchbill.adapter.store.sqlite.Backups;
import watchbill.adapter.store.sqlite.CannotCopyStore;
import watchbill.adapter.store.sqlite.StoreCopy;
import watchbill.server.several.Patience;

/// What a process is killed in the middle of that is about the store as a file.
final class StoreScenarios {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  private StoreScenarios() {}

  /// A node opens the store of an earlier version, in which a page waits for its second step.
  record Migration() implements Scenario {
    private static final long BEFORE = 17;

    @Override
    public String word() {
      return "migration";
    }

    @Override
    public Household house() {
      return Scenarios.Climb.HOUSE;
    }

    @Override
    public Strace play(Round round, Optional<Point> point)
        throws IOException, InterruptedException {
      Lane lane = round.lane();
      Scenarios.firstIsTold(round);
      lane.stop();
      Path store = lane.data().resolve("watchbill.db");
      Path journal = lane.data().resolve("watchbill.db-wal");
      makeOlder(lane, store, journal);
      List<Path> only = List.of(store, journal, lane.data().resolve("watchbill.db-journal"));
      Strace strace = Strace.around(lane.serve(), point, only, lane.traced());
      try (strace) {
        Victim node = lane.adopt(strace.process());
        Patience.within(
            STARTS_WITHIN,
            "it has started, or was killed",
            () -> node.isReady() || !node.isAlive());
      }
      if (!strace.hasKilled()) {
        strace.process().waitFor();
      }
      return strace;
    }

    private static void makeOlder(Lane lane, Path store, Path journal) throws IOException {
      Path copy = lane.folder().resolve("today.db");
      Path older = lane.folder().resolve("older.db");
      Files.deleteIfExists(older);
      Backups.make(lane.data(), copy, true);
      try {
        OlderStore.write(copy, BEFORE, older);
      } catch (SQLException e) {
        throw new IOException(e);
      }
      Files.deleteIfExists(journal);
      Files.deleteIfExists(lane.data().resolve("watchbill.db-shm"));
      Files.move(older, store, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void check(Round round) {
      Checks.areTold(round, "ana");
      Checks.isToldAfter(Scenarios.Climb.WAIT, round, "ben");
    }
  }

  /// The store is copied beside a node that runs, over an earlier copy.
  record Backup() implements Scenario {
    @Override
    public String word() {
      return "backup";
    }

    @Override
    public Strace play(Round round, Optional<Point> point)
        throws IOException, InterruptedException {
      Lane lane = round.lane();
      Scenarios.firstIsTold(round);
      List<String> command =
          lane.program()
              .command("backup", copy(round).toString(), "--data=" + lane.data(), "--force");
      Strace strace = Strace.around(command, point, List.of(), lane.traced());
      try (strace) {
        strace.process().waitFor();
      }
      return strace;
    }

    @Override
    public void check(Round round) throws IOException {
      try {
        if (Files.exists(copy(round))) {
          StoreCopy.examine(copy(round));
        }
        Backups.make(round.lane().data(), copy(round), true);
      } catch (CannotCopyStore e) {
        round.wrong("the copy is not whole: " + e.getMessage());
      }
      try (Stream<Path> left = Files.list(round.lane().folder())) {
        left.filter(f -> f.toString().contains(".partial-"))
            .forEach(f -> round.wrong(f + " is left behind"));
      }
    }

    private static Path copy(Round round) {
      return round.lane().folder().resolve("copy.db");
    }
  }
}
