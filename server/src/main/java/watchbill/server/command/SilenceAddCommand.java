package watchbill.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill silence add`.
@Command(
    name = "add",
    description = "Mutes what matches; prints the id of the silence.",
    mixinStandardHelpOptions = true)
final class SilenceAddCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "MATCHER",
      description = "What it matches, like job=api or severity=~'warning|info'; all must match.")
  private List<String> matchers = new ArrayList<>();

  @Option(
      names = "--until",
      required = true,
      paramLabel = "TIME",
      description = "When it ends, like 2026-01-05T03:00:00Z.")
  private String until = "";

  @Option(names = "--from", paramLabel = "TIME", description = "When it begins (default: now).")
  private @Nullable String from;

  @Option(names = "--reason", required = true, paramLabel = "WORDS", description = "Why.")
  private String reason = "";

  @Option(
      names = "--by",
      paramLabel = "PERSON",
      description = "Who answers for it; told before it ends (default: whoever asks).")
  private @Nullable String by;

  @Override
  public Integer call() {
    Map<String, String> body = new HashMap<>();
    body.put("matchers", String.join("\n", matchers));
    body.put("endsAt", moment("--until", until));
    body.put("reason", reason);
    if (from != null) {
      body.put("startsAt", moment("--from", from));
    }
    if (by != null) {
      body.put("by", by);
    }
    JsonNode said = node.post("/api/v1/silences", body);
    Lines.print(spec, said.path("id").asString(""));
    return 0;
  }

  private String moment(String option, String typed) {
    Instant at = Moments.read(spec, option, typed);
    return at.toString();
  }
}
