package watchbill.server.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill judge`.
@Command(
    name = "judge",
    description = "Says what a page that is over was worth, for whoever is asked about it.",
    mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PAGE", description = "The page's number, as its messages give it.")
  private String page = "";

  @Option(
      names = "--actionable",
      paramLabel = "yes|no",
      required = true,
      description = "Whether there was something for a person to do.")
  private YesNo actionable = YesNo.no;

  @Option(
      names = "--could-wait",
      paramLabel = "yes|no",
      required = true,
      description = "Whether it could have waited until the morning.")
  private YesNo couldWait = YesNo.no;

  /// As typed, so in lower case.
  enum YesNo {
    yes,
    no
  }

  @Override
  public Integer call() {
    Map<String, String> body =
        Map.of("actionable", actionable.name(), "couldWait", couldWait.name());
    JsonNode said = node.post("/api/v1/pages/" + Paths.segment(page) + "/judgement", body);
    Lines.print(
        spec, "page " + said.path("number").asString("") + ": " + said.path("said").asString(""));
    return 0;
  }
}
