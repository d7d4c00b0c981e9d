package watchbill.server.command;

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

/// `watchbill noise`.
@Command(
    name = "noise",
    description = "Shows what pages were worth, the noisiest first, and what could be done.",
    mixinStandardHelpOptions = true)
final class NoiseCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Since when, like 2026-01-05T03:00:00Z, or by the clock of this machine"
              + " 2026-01-05T04:00 (default: four weeks ago).")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "TIME", description = "Until when (default: now).")
  private @Nullable String until;

  @Option(names = "--service", paramLabel = "SERVICE", description = "Of this service alone.")
  private @Nullable String service;

  @Override
  public Integer call() {
    List<String> parts = new ArrayList<>();
    ReportFormat.add(parts, "service", service);
    ReportFormat.add(parts, "from", moment("--from", from));
    ReportFormat.add(parts, "until", moment("--until", until));
    String query = parts.isEmpty() ? "" : "?" + String.join("&", parts);
    lines(node.get("/api/v1/noise" + query)).forEach(line -> Lines.print(spec, line));
    return 0;
  }

  private @Nullable String moment(String option, @Nullable String typed) {
    return typed == null ? null : Moments.read(spec, option, typed).toString();
  }

  static List<String> lines(JsonNode said) {
    int pages = said.path("all").path("pages").asInt(0);
    if (pages == 0) {
      return List.of("no page opened");
    }
    List<String> lines = new ArrayList<>();
    String row = "%5s  %11s  %6s  %10s  %8s  %s";
    lines.add(row.formatted("pages", "for nothing", "judged", "could wait", "at night", ""));
    add(lines, row, said.path("origins"));
    add(lines, row, said.path("services"));
    add(lines, row, said.path("routing"));
    return lines;
  }

  private static void add(List<String> lines, String row, JsonNode rows) {
    for (JsonNode one : rows) {
      JsonNode f = one.path("figures");
      int judged = f.path("actionable").asInt(0) + f.path("notActionable").asInt(0);
      lines.add(
          row.formatted(
              f.path("pages").asInt(0),
              f.path("forNothing").asInt(0),
              judged,
              f.path("couldWait").asInt(0),
              f.path("wokenAtNight").asInt(0),
              one.path("name").asString("")));
      lines.add(
          "      "
              + one.path("said").asString("")
              + ". Suggestion: "
              + one.path("suggestion").asString("")
              + ": "
              + one.path("because").asString(""));
    }
  }
}
