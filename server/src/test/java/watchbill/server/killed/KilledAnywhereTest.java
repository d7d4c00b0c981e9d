package watchbill.server.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import watchbill.law.House;

/// Whatever it is doing, and at whichever call it is killed, nothing is lost.
///
/// As one of the slow tests it tries some points of each scenario, of several at a time, because
/// most of it is waiting. `./check --kill` tries every point, of one scenario after the other.
@Tag("slow")
class KilledAnywhereTest {
  private static final String SCENARIO = System.getProperty("kill.scenario", "");
  private static final String STORE = System.getProperty("kill.store", "").toUpperCase(Locale.ROOT);

  /// Of points as a violation names them: `pwrite64 138`.
  private static final Predicate<String> POINT =
      Pattern.compile(System.getProperty("kill.point", "")).asPredicate();

  private static final Duration TIME =
      Duration.ofSeconds(Long.parseLong(System.getProperty("kill.seconds", "1")));
  private static final int LANES = Integer.getInteger("kill.lanes", 1);
  private static final int SCENARIOS_AT_ONCE = TIME.isZero() ? 1 : 6;
  private static final Path REPORT = House.root().resolve("server/target/killed/report.txt");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  /// What is played on which store.
  private record Played(Scenario scenario, NodeStore.Kind store) {
    boolean isAskedFor() {
      return (SCENARIO.isEmpty() || scenario.word().equals(SCENARIO))
          && (STORE.isEmpty() || store.name().equals(STORE));
    }
  }

  @Test
  void nothingIsLostWhereverItIsKilled() throws Exception {
    Files.createDirectories(REPORT.getParent());
    Program program = Program.packed(folder);
    List<Future<Tally>> tallies = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SCENARIOS_AT_ONCE)) {
      played().forEach(p -> tallies.add(threads.submit(() -> tally(p, program))));
    }
    assertThat(tallies).as("what was asked for").isNotEmpty();
    for (Future<Tally> done : tallies) {
      Tally tally = done.get();
      assertThat(tally.violations()).isEmpty();
      assertThat(tally.killed()).as("what never kills proves nothing").isPositive();
    }
  }

  /// PostgreSQL first: where a claim must run out it takes longest.
  private static Stream<Played> played() {
    return Stream.of(NodeStore.Kind.POSTGRES, NodeStore.Kind.SQLITE)
        .flatMap(store ->
            Scenarios.all()
                .filter(scenario -> scenario.suits(store))
                .map(scenario -> new Played(scenario, store)))
        .filter(Played::isAskedFor);
  }

  private static Tally tally(Played played, Program program) throws Exception {
    Path own = folder.resolve(played.scenario().word() + "-" + played.store());
    var killing = new Killing(played.scenario(), played.store(), program, own);
    Tally tally = killing.run(LANES, TIME, POINT);
    report(tally);
    return tally;
  }

  private static synchronized void report(Tally tally) throws IOException {
    System.out.println(tally.inWords());
    Files.writeString(
        REPORT, tally.inWords() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
