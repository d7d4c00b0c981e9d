package watchbill.server.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.adapter.store.sqlite.Backups;
import watchbill.adapter.store.sqlite.CannotCopyStore;
import watchbill.adapter.store.sqlite.StoreCopy;
import watchbill.server.several.Patience;

/// What a process is killed in the middle of that is about the store as a whole.
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
      round.died();
      try {
        lane.store().makeOlder(BEFORE);
      } catch (SQLException e) {
        throw new IOException(e);
      }
      List<Path> only = lane.store().files();
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

    /// Of a database its own tools make copies.
    @Override
    public boolean suits(NodeStore.Kind store) {
      return store == NodeStore.Kind.SQLITE;
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
