package watchbill.server.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import watchbill.time.TimeWords;

/// `watchbill pages`.
@Command(
    name = "pages",
    description = "Lists open pages, what is held with until when.",
    mixinStandardHelpOptions = true)
final class PagesCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--held", description = "Only those that wake nobody yet, and why.")
  private boolean held;

  @Override
  public Integer call() {
    JsonNode pages = node.get("/api/v1/pages").path("pages");
    int shown = 0;
    for (JsonNode page : pages) {
      if (!held || rests(page)) {
        Lines.print(spec, line(page));
        shown++;
      }
    }
    if (shown == 0) {
      Lines.print(spec, held ? "nothing is held" : "no page is open");
    }
    return 0;
  }

  private static String line(JsonNode page) {
    return "%-6s %-12s %s: %s%s"
        .formatted(
            page.path("number").asString(""),
            page.path("state").asString(""),
            page.path("service").asString(""),
            page.path("title").asString(""),
            until(page));
  }

  private static String until(JsonNode page) {
    return rests(page)
        ? ", until "
            + TimeWords.dayAndTime(
                Instant.parse(page.path("nextAt").asString()), ZoneId.systemDefault())
        : "";
  }

  private static boolean rests(JsonNode page) {
    return switch (page.path("state").asString("")) {
      case "gathering", "held", "snoozed" -> true;
      default -> false;
    };
  }
}
