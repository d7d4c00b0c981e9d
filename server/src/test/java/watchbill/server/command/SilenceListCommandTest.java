package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SilenceListCommandTest {
  @Test
  void eachSilenceIsALine() {
    String said =
        """
        {"silences": [
          {"id": "s1", "state": "active", "matchers": ["a=\\"b\\"", "c!=\\"d\\""],
           "endsAt": "2025-01-06T05:00:00Z", "by": "ana", "reason": "move", "muted": 3},
          {"id": "s2", "state": "expired", "matchers": ["a=\\"b\\""],
           "endsAt": "2025-01-05T05:00:00Z", "by": "ben", "reason": "move", "muted": 0}]}
        """;
    var json = JsonMapper.builder().build().readTree(said);
    assertThat(SilenceListCommand.lines(json, false))
        .containsExactly(
            "s1  active   until 2025-01-06T05:00:00Z  {a=\"b\", c!=\"d\"}"
                + "  muted 3, says ana: move");
    assertThat(SilenceListCommand.lines(json, true)).hasSize(2);
    assertThat(SilenceListCommand.lines(JsonMapper.builder().build().createObjectNode(), true))
        .containsExactly("nothing is muted");
  }
}
