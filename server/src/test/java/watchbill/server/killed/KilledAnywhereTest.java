package watchbill.server.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.law.House;

/// Whatever it is doing, and at whichever call it is killed, nothing is lost.
///
/// As one of the slow tests it tries for some seconds; `./check --kill` tries every point.
@Tag("slow")
class KilledAnywhereTest {
  private static final String ONLY = System.getProperty("kill.scenario", "");
  private static final Duration TIME =
      Duration.ofSeconds(Long.parseLong(System.getProperty("kill.seconds", "8")));
  private static final int LANES = Integer.getInteger("kill.lanes", 2);
  private static final Path REPORT = House.root().resolve("server/target/killed/report.txt");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static Program program;

  @BeforeAll
  static void pack() throws IOException, InterruptedException {
    program = Program.packed(folder);
    Files.createDirectories(REPORT.getParent());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void nothingIsLostWhereverItIsKilled(Scenario scenario) throws Exception {
    Tally tally = new Killing(scenario, program, folder.resolve(scenario.word())).run(LANES, TIME);
    System.out.println(tally.inWords());
    Files.writeString(
        REPORT, tally.inWords() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    assertThat(tally.violations()).isEmpty();
    assertThat(tally.killed()).as("what never kills proves nothing").isPositive();
  }

  static Stream<Scenario> scenarios() {
    return Scenarios.all().filter(s -> ONLY.isEmpty() || s.word().equals(ONLY));
  }
}
