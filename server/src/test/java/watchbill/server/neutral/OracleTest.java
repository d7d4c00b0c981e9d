package watchbill.server.neutral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Random cases around the days on which clocks are changed, against an oracle.
class OracleTest {
  private static final int CASES = 16;
  private static final Duration SIDE = Duration.ofDays(5);

  @ParameterizedTest
  @CsvSource({
    "UTC, 2025-01-06",
    "Europe/Madrid, 2025-03-30",
    "Europe/Madrid, 2025-10-26",
    "America/Chicago, 2025-03-09",
    "America/Chicago, 2025-11-02",
    "America/Havana, 2025-03-09",
    "America/Havana, 2025-11-02",
    "Australia/Lord_Howe, 2025-04-06",
    "Australia/Lord_Howe, 2025-10-05",
    "Africa/Casablanca, 2025-02-23",
    "Africa/Casablanca, 2025-04-06",
    "Asia/Kathmandu, 2024-02-29",
    "Pacific/Apia, 2011-12-30",
    "America/Sao_Paulo, 2018-11-04",
  })
  void countsTheSameMinuteByMinute(String zone, LocalDate around) {
    Instant noon = Instant.parse(around + "T12:00:00Z");
    var oracle = new MinuteOracle(ZoneId.of(zone), noon.minus(SIDE), noon.plus(SIDE));
    long first = 100 * around.toEpochDay();
    for (long seed = first; seed < first + CASES; seed++) {
      ObjectNode neutral = new RandomCases(new Random(seed), around).next(zone);
      long[] expected = oracle.answer(neutral);
      List<Integer> minutes = minutes(expected.length);
      ObjectNode line = Batch.JSON.createObjectNode();
      line.set("case", neutral);
      Instant begin = noon.minus(SIDE);
      minutes.forEach(m -> line.withArray("at").add(begin.plusSeconds(60L * m).toString()));
      JsonNode said =
          Batch.JSON.readTree(Batch.of(line.toString()).answers().getFirst()).path("on_call");
      for (int i = 0; i < minutes.size(); i++) {
        assertThat(Batch.list(said.path(i)))
            .as("seed %d at %s of %s", seed, line.path("at").path(i), neutral)
            .isEqualTo(names(expected[minutes.get(i)]));
      }
    }
  }

  /// Each quarter of an hour, where things change, and the minute before it.
  private static List<Integer> minutes(int length) {
    List<Integer> minutes = new ArrayList<>();
    for (int m = 15; m < length; m += 15) {
      minutes.add(m - 1);
      minutes.add(m);
    }
    return minutes;
  }

  private static List<String> names(long bits) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Long.SIZE; i++) {
      if ((bits >> i & 1) == 1) {
        names.add(Character.toString('A' + i));
      }
    }
    return names;
  }
}
