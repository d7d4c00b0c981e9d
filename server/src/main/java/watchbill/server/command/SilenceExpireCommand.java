package watchbill.server.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill silence expire`.
@Command(
    name = "expire",
    description = "Ends a silence; what still fires pages at once.",
    mixinStandardHelpOptions = true)
final class SilenceExpireCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SILENCE", description = "The silence's id, as list gives it.")
  private String silence = "";

  @Override
  public Integer call() {
    JsonNode said = node.post("/api/v1/silences/" + Paths.segment(silence) + "/expire", Map.of());
    Lines.print(spec, said.path("said").asString(""));
    return 0;
  }
}
