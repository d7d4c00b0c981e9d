package watchbill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchbill.adapter.store.sqlite.SqliteInMemory;
import watchbill.law.House;
import watchbill.testkit.simulation.Campaign;
import watchbill.testkit.simulation.Simulation;
import watchbill.testkit.simulation.Simulation.Played;
import watchbill.testkit.simulation.play.Stage;
import watchbill.testkit.simulation.sabotage.Sabotage;

/// Each planted bug is found, and the table of which invariant found it is in the documents.
class TeethTest {
  private static final int YEARS = 500;

  /// Where those come first that are found at once; the table is made from it.
  private static final Path TABLE = House.root().resolve("server/target/teeth.md");

  @Test
  void everyPlantedBugHasItsLineInTheDocuments() throws IOException {
    String page = Files.readString(House.root().resolve("docs/reliability.md"));
    assertThat(Stream.of(Sabotage.values()).map(s -> "| " + s.words() + " | I"))
        .allSatisfy(line -> assertThat(page).contains(line));
  }

  @Test
  void aBugThatLosesMessagesIsFoundAtOnce() {
    assertThat(find(Sabotage.ANSWERS_BEFORE_THE_COMMIT, 20).orElseThrow().invariant())
        .isEqualTo("I1");
  }

  @Test
  @Tag("slow")
  void everyPlantedBugIsFoundWithin500Years() throws IOException {
    List<String> lines = new ArrayList<>(List.of("| planted bug | found by |", "|---|---|"));
    List<Sabotage> unseen = new ArrayList<>();
    for (Sabotage sabotage : Sabotage.values()) {
      find(sabotage, YEARS)
          .ifPresentOrElse(
              f -> lines.add("| " + sabotage.words() + " | " + f.invariant() + " |"),
              () -> unseen.add(sabotage));
    }
    Files.createDirectories(TABLE.resolveSibling(""));
    Files.write(TABLE, lines);
    assertThat(unseen).isEmpty();
  }

  private static Optional<Stage.Finding> find(Sabotage sabotage, int years) {
    var flawed = new Simulation(SqliteInMemory::fresh, sabotage);
    return new Campaign(flawed)
        .playToFirstFailure(1, years).failures().stream().findFirst().flatMap(Played::finding);
  }
}
