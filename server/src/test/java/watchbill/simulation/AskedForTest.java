package watchbill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchbill.adapter.store.sqlite.SqliteInMemory;
import watchbill.law.House;
import watchbill.testkit.simulation.Campaign;
import watchbill.testkit.simulation.Simulation;

/// What `./check --simulate` plays: so many years, from the seed that was given or any other.
@Tag("simulate")
class AskedForTest {
  private static final double YEARS =
      Double.parseDouble(System.getProperty("simulate.years", "200"));
  private static final String SEED = System.getProperty("simulate.seed", "");
  private static final Path REPORT = House.root().resolve("server/target/simulation.txt");

  @Test
  void everyInvariantHolds() throws IOException {
    long seed = SEED.isEmpty() ? new Random().nextInt(Integer.MAX_VALUE) : Long.parseLong(SEED);
    Campaign campaign = new Campaign(new Simulation(SqliteInMemory::fresh)).play(seed, YEARS);
    String words = "From seed " + seed + ": " + campaign.inWords() + "\n";
    Files.createDirectories(REPORT.resolveSibling(""));
    Files.writeString(REPORT, words);
    assertThat(campaign.failures()).as(words).isEmpty();
  }
}
