package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What `watchbill load` prints for people.
class LoadCommandTest {
  @Test
  void aRowForEachPersonThenWhatToSayOfThem() {
    String said =
        """
        {"people": [{"person": "ana", "shifts": 1, "nights": 7, "weekends": 1, "pages": 2,
           "interruptions": 1, "calledSeconds": 2400,
           "seconds": {"working": 162000, "evening": 108000, "night": 162000, "weekend": 172800,
             "holiday": 1800}}],
         "spread": [{"measure": "nights", "said": "fair within 1 night"}],
         "warnings": [{"said": "ana has 15 nights in the 28 days from 2025-01-06; at most 14"}]}
        """;
    assertThat(LoadCommand.lines(JsonMapper.builder().build().readTree(said)))
        .containsExactly(
            "person       shifts working evening   night weekend holiday nights weekends pages"
                + " woken  time called",
            "ana               1   45:00   30:00   45:00   48:00    0:30      7        1     2"
                + "     1  40 min",
            "nights: fair within 1 night",
            "ana has 15 nights in the 28 days from 2025-01-06; at most 14");
  }
}
