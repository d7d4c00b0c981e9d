package watchbill.server.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill rota history`.
@Command(
    name = "history",
    description = "Says who changed a rota, when, and what.",
    mixinStandardHelpOptions = true)
final class RotaHistoryCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ROTA", description = "The handle of a rota.")
  private String rota = "";

  @Override
  public Integer call() {
    JsonNode said = node.get("/api/v1/rotas/%s/history".formatted(Paths.segment(rota)));
    ZoneId zone = ZoneId.of(said.path("zone").asString());
    for (JsonNode version : said.path("versions")) {
      String from = moment(version.path("from").asString(""), zone);
      String made = moment(version.path("madeAt").asString(""), zone);
      Lines.print(
          spec,
          "holds from %s, by %s at %s".formatted(from, version.path("madeBy").asString(), made));
      version.path("changes").forEach(change -> Lines.print(spec, "  " + change.asString()));
    }
    return 0;
  }

  /// The first version holds from before any calendar.
  private static String moment(String instant, ZoneId zone) {
    Instant at = Instant.parse(instant);
    return at.getEpochSecond() <= 0
        ? "the beginning"
        : at.atZone(zone).toLocalDateTime() + " " + zone;
  }
}
