package watchbill.server.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import watchbill.time.TimeWords;

/// `watchbill load`.
@Command(
    name = "load",
    description = "Shows how duty weighs on a team, and how evenly.",
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
  @Mixin private ReportFormat report = new ReportFormat();

  @Option(names = "--team", paramLabel = "TEAM", required = true, description = "Which team.")
  private String team = "";

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day, like 2026-01-01 (default: four weeks ago).")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "The day after the last (default: four weeks after the first).")
  private @Nullable String until;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where these days begin and end, like Europe/Madrid (default: UTC).")
  private @Nullable String zone;

  @Override
  public Integer call() {
    report.print("/api/v1/load", query(), LoadCommand::lines);
    return 0;
  }

  private List<String> query() {
    List<String> parts = new ArrayList<>();
    ReportFormat.add(parts, "team", team);
    ReportFormat.add(parts, "from", from);
    ReportFormat.add(parts, "until", until);
    ReportFormat.add(parts, "zone", zone);
    return parts;
  }

  /// A row for each person, then what to say of them.
  static List<String> lines(JsonNode said) {
    String row = "%-12s %6s %7s %7s %7s %7s %7s %6s %8s %5s %5s  %s";
    List<String> lines = new ArrayList<>();
    lines.add(
        row.formatted(
            "person",
            "shifts",
            "working",
            "evening",
            "night",
            "weekend",
            "holiday",
            "nights",
            "weekends",
            "pages",
            "woken",
            "time called"));
    for (JsonNode person : said.path("people")) {
      lines.add(
          row.formatted(
              person.path("person").asString(""),
              person.path("shifts").asInt(0),
              hours(person, "working"),
              hours(person, "evening"),
              hours(person, "night"),
              hours(person, "weekend"),
              hours(person, "holiday"),
              person.path("nights").asInt(0),
              person.path("weekends").asInt(0),
              person.path("pages").asInt(0),
              person.path("interruptions").asInt(0),
              TimeWords.of(Duration.ofSeconds(person.path("calledSeconds").asLong(0)))));
    }
    for (JsonNode spread : said.path("spread")) {
      lines.add(spread.path("measure").asString("") + ": " + spread.path("said").asString(""));
    }
    for (JsonNode warning : said.path("warnings")) {
      lines.add(warning.path("said").asString(""));
    }
    return lines;
  }

  private static String hours(JsonNode person, String kind) {
    Duration length = Duration.ofSeconds(person.path("seconds").path(kind).asLong(0));
    return "%d:%02d".formatted(length.toHours(), length.toMinutesPart());
  }
}
