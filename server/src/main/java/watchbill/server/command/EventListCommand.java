package watchbill.server.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill event list`.
@Command(
    name = "list",
    description = "Lists what came, newest first.",
    mixinStandardHelpOptions = true)
final class EventListCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--integration",
      paramLabel = "INTEGRATION",
      description = "Only what came by this one.")
  private @Nullable String integration;

  @Option(names = "--before", paramLabel = "ID", description = "Only what is older than this one.")
  private @Nullable String before;

  @Option(
      names = "--limit",
      paramLabel = "COUNT",
      defaultValue = "20",
      description = "At most so many, 1 to 200 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    String of = integration == null ? "" : "&integration=" + Paths.segment(integration);
    String from = before == null ? "" : "&before=" + Paths.segment(before);
    JsonNode said = node.get("/api/v1/events?limit=" + limit + of + from);
    for (JsonNode event : said.path("events")) {
      Lines.print(
          spec,
          "%s  %s  %-20s %8d"
              .formatted(
                  event.path("id").asString(""),
                  event.path("receivedAt").asString(""),
                  event.path("integration").asString(""),
                  event.path("size").asInt(0)));
    }
    return 0;
  }
}
