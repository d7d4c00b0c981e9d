package watchbill.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill event show`.
@Command(
    name = "show",
    description = "Prints a message as it was received.",
    mixinStandardHelpOptions = true)
final class EventShowCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "The id of a message.")
  private String id = "";

  @Override
  public Integer call() {
    JsonNode event = node.get("/api/v1/events/" + Paths.segment(id));
    event.path("head").asString("").lines().forEach(line -> Lines.print(spec, "# " + line));
    Lines.print(spec, event.path("body").asString(""));
    return 0;
  }
}
