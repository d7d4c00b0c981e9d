package watchbill.server.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill resolve`.
@Command(
    name = "resolve",
    description = "Says that a page is over, with all its alerts.",
    mixinStandardHelpOptions = true)
final class ResolveCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PAGE", description = "The page's number, as its messages give it.")
  private String page = "";

  @Override
  public Integer call() {
    JsonNode said = node.post("/api/v1/pages/" + Paths.segment(page) + "/resolve", Map.of());
    Lines.print(
        spec, "page " + said.path("number").asString("") + ": " + said.path("said").asString(""));
    return 0;
  }
}
