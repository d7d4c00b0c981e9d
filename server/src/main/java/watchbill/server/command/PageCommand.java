package watchbill.server.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill page`.
@Command(
    name = "page",
    description = "Wakes whoever stands watch for a service.",
    mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service's handle.")
  private String service = "";

  @Parameters(index = "1", paramLabel = "SUMMARY", description = "What is wrong, in one line.")
  private String summary = "";

  @Override
  public Integer call() {
    JsonNode said = node.post("/api/v1/pages", Map.of("service", service, "summary", summary));
    Lines.print(spec, "page " + said.path("number").asString("") + " is open");
    return 0;
  }
}
