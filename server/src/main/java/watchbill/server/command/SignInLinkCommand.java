package watchbill.server.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill sign-in-link`.
@Command(
    name = "sign-in-link",
    description = "Makes a link that signs somebody in, once, within a day.",
    mixinStandardHelpOptions = true)
final class SignInLinkCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "WHO",
      defaultValue = "admin",
      description = "A person's handle, or admin (default: ${DEFAULT-VALUE}).")
  private String who = "admin";

  @Override
  public Integer call() {
    JsonNode said = node.post("/api/v1/sign-in-links", Map.of("person", who));
    Lines.print(spec, said.path("link").asString(""));
    return 0;
  }
}
