package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NoiseCommandTest {
  @Test
  void eachRowHasItsFiguresAndWhatToDo() {
    String row =
        "{\"name\":\"%s\",\"figures\":{\"pages\":6,\"actionable\":3,\"notActionable\":1,"
            + "\"couldWait\":1,\"wokenAtNight\":4,\"forNothing\":1},"
            + "\"said\":\"3 of 4 judged were actionable; 2 not judged\","
            + "\"suggestion\":\"keep\",\"because\":\"it is worth it\"}";
    String said =
        "{\"all\":{\"pages\":6},\"origins\":[%s],\"services\":[%s],\"routing\":[]}"
            .formatted(row.formatted("checkout: from prometheus"), row.formatted("checkout"));
    String words =
        "      3 of 4 judged were actionable; 2 not judged. Suggestion: keep: it is worth it";
    assertThat(NoiseCommand.lines(JsonMapper.builder().build().readTree(said)))
        .containsExactly(
            "pages  for nothing  judged  could wait  at night  ",
            "    6            1       4           1         4  checkout: from prometheus",
            words,
            "    6            1       4           1         4  checkout",
            words);
  }

  @Test
  void aSpanWithoutAPageSaysSo() {
    assertThat(NoiseCommand.lines(JsonMapper.builder().build().readTree("{\"all\":{\"pages\":0}}")))
        .containsExactly("no page opened");
  }
}
