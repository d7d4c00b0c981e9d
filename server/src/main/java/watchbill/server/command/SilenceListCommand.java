package watchbill.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill silence list`.
@Command(
    name = "list",
    description = "Lists silences that mute or will.",
    mixinStandardHelpOptions = true)
final class SilenceListCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--expired", description = "Those that ended in the last 5 days, too.")
  private boolean expired;

  @Override
  public Integer call() {
    lines(node.get("/api/v1/silences"), expired).forEach(line -> Lines.print(spec, line));
    return 0;
  }

  static List<String> lines(JsonNode said, boolean expired) {
    List<String> lines = new ArrayList<>();
    for (JsonNode silence : said.path("silences")) {
      String state = silence.path("state").asString("");
      if (expired || !state.equals("expired")) {
        lines.add(line(silence, state));
      }
    }
    return lines.isEmpty() ? List.of("nothing is muted") : lines;
  }

  private static String line(JsonNode silence, String state) {
    List<String> matchers = new ArrayList<>();
    silence.path("matchers").forEach(m -> matchers.add(m.asString("")));
    return "%s  %-7s  until %s  {%s}  muted %d, says %s: %s"
        .formatted(
            silence.path("id").asString(""),
            state,
            silence.path("endsAt").asString(""),
            String.join(", ", matchers),
            silence.path("muted").asLong(0),
            silence.path("by").asString(""),
            silence.path("reason").asString(""));
  }
}
