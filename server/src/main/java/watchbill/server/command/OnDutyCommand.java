package watchbill.server.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill onduty`.
@Command(name = "onduty", description = "Says who stands watch.", mixinStandardHelpOptions = true)
final class OnDutyCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "When, like 2026-01-05T03:00:00Z (default: now).")
  private @Nullable String at;

  @Override
  public Integer call() {
    String query = at == null ? "" : "?at=" + Paths.segment(at);
    JsonNode said = node.get("/api/v1/on-duty" + query);
    for (JsonNode duty : said.path("duties")) {
      String who = duty.path("person").asString("nobody");
      Lines.print(
          spec,
          "%-20s %-12s %s"
              .formatted(
                  duty.path("rota").asString(""),
                  duty.path("role").asString(""),
                  who + ends(duty)));
    }
    return 0;
  }

  private static String ends(JsonNode duty) {
    String until = duty.path("until").asString("");
    return until.isEmpty() ? "" : " until " + until;
  }
}
