package watchbill.server.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill event replay`.
@Command(
    name = "replay",
    description = "Receives a message once more, as if it came now. It may wake somebody.",
    mixinStandardHelpOptions = true)
final class EventReplayCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "The id of a message.")
  private String id = "";

  @Override
  public Integer call() {
    JsonNode said = node.post("/api/v1/events/%s/replay".formatted(Paths.segment(id)), Map.of());
    Lines.print(
        spec,
        "received as %s: %d alerts, %d changes"
            .formatted(
                said.path("id").asString(""),
                said.path("alerts").asInt(0),
                said.path("changes").asInt(0)));
    said.path("refused").forEach(refused -> Lines.print(spec, "  not used: " + refused.asString()));
    return 0;
  }
}
