package watchbill.server.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import watchbill.time.TimeWords;

/// `watchbill change list`.
@Command(
    name = "list",
    description = "Lists what changed, the newest first.",
    mixinStandardHelpOptions = true)
final class ChangeListCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--service", paramLabel = "SERVICE", description = "Of this service alone.")
  private @Nullable String service;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Since when, like 2026-01-05T03:00:00Z, or by the clock of this machine"
              + " 2026-01-05T04:00 (default: a week ago).")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "TIME", description = "Until when (default: now).")
  private @Nullable String until;

  @Override
  public Integer call() {
    JsonNode said = node.get("/api/v1/changes" + query());
    lines(said, ZoneId.systemDefault()).forEach(line -> Lines.print(spec, line));
    return 0;
  }

  private String query() {
    List<String> asked = new ArrayList<>();
    if (service != null) {
      asked.add("service=" + Paths.segment(service));
    }
    if (from != null) {
      asked.add("from=" + Moments.read(spec, "--from", from));
    }
    if (until != null) {
      asked.add("until=" + Moments.read(spec, "--until", until));
    }
    return asked.isEmpty() ? "" : "?" + String.join("&", asked);
  }

  static List<String> lines(JsonNode said, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    for (JsonNode change : said.path("changes")) {
      lines.add(
          "%-22s  %-20s  %s"
              .formatted(
                  TimeWords.dayAndTime(Instant.parse(change.path("at").asString("")), zone),
                  change.path("service").asString(""),
                  change.path("summary").asString("")));
    }
    if (said.has("next")) {
      lines.add("there are more; ask for fewer with --from, --until or --service");
    }
    return lines.isEmpty() ? List.of("nothing is known to have changed") : lines;
  }
}
