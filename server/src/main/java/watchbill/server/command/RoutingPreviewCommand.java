package watchbill.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill routing preview`.
@Command(
    name = "preview",
    description =
        "Tries the rules of a file on the messages that came last: which would go elsewhere.",
    mixinStandardHelpOptions = true)
final class RoutingPreviewCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A configuration with `routing:`, up to 15 kB.")
  private Path file = Path.of("routing.yaml");

  @Override
  public Integer call() {
    JsonNode said = node.post("/api/v1/routing/preview", Map.of("routing", text()));
    Lines.print(
        spec,
        "%d of %d alerts in %d messages would go elsewhere"
            .formatted(
                said.path("differing").asInt(0),
                said.path("reports").asInt(0),
                said.path("events").asInt(0)));
    if (said.path("notReadable").asInt(0) > 0) {
      Lines.print(spec, said.path("notReadable").asInt(0) + " messages can't be read again");
    }
    said.path("first").forEach(this::print);
    return 0;
  }

  private void print(JsonNode report) {
    JsonNode would = report.path("would");
    if (would.isMissingNode()) {
      return;
    }
    Lines.print(
        spec,
        "%s %s: %s"
            .formatted(
                report.path("at").asString(""),
                report.path("integration").asString(""),
                report.path("summary").asString("")));
    Lines.print(spec, "  now   " + way(report.path("now")));
    Lines.print(spec, "  would " + way(would));
    would.path("because").forEach(turn -> Lines.print(spec, "        " + turn.asString("")));
  }

  /// `checkout, working-hours, group by-cluster: cluster=eu`.
  private static String way(JsonNode way) {
    String group = way.path("group").asString("");
    return way.path("service").asString("")
        + ", "
        + way.path("urgency").asString("")
        + (group.isEmpty() ? "" : ", group " + group);
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CannotGoOn(file + " can't be read: " + e.getMessage());
    }
  }
}
