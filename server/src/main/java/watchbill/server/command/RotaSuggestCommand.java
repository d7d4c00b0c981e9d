package watchbill.server.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import watchbill.time.TimeWords;

/// `watchbill rota suggest`.
@Command(
    name = "suggest",
    description =
        "Proposes who takes the next turns: longest since last duty first, leave respected.",
    mixinStandardHelpOptions = true)
final class RotaSuggestCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ROTA", description = "The handle of a rota.")
  private String rota = "";

  @Option(
      names = "--weeks",
      paramLabel = "WEEKS",
      defaultValue = "8",
      description = "How far ahead, 1 to 26 (default: ${DEFAULT-VALUE}).")
  private int weeks = 8;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "primary",
      description = "In which role (default: ${DEFAULT-VALUE}).")
  private String role = "primary";

  @Option(names = "--accept", description = "Enters what is proposed, as overrides.")
  private boolean accept;

  @Override
  public Integer call() {
    String path = "/api/v1/rotas/%s/suggestion".formatted(Paths.segment(rota));
    JsonNode said = node.get(path + "?role=%s&weeks=%d".formatted(Paths.segment(role), weeks));
    ZoneId zone = ZoneId.of(said.path("zone").asString());
    for (JsonNode turn : said.path("turns")) {
      Lines.print(
          spec,
          "%-22s to %-22s %-12s %s"
              .formatted(
                  moment(turn, "from", zone),
                  moment(turn, "until", zone),
                  turn.path("person").asString("nobody"),
                  turn.path("because").asString("")));
    }
    if (said.path("turns").isEmpty()) {
      Lines.print(spec, "no turn begins in " + weeks + " weeks");
    } else if (accept) {
      String shown = said.path("shown").asString();
      JsonNode entered =
          node.post(path, Map.of("role", role, "weeks", Integer.toString(weeks), "shown", shown));
      Lines.print(spec, entered.path("said").asString(""));
    }
    return 0;
  }

  private static String moment(JsonNode turn, String field, ZoneId zone) {
    return TimeWords.dayAndTime(Instant.parse(turn.path(field).asString()), zone);
  }
}
