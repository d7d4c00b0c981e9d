package watchbill.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill explain`.
@Command(
    name = "explain",
    description =
        "Tells the way a message would take and whom it would wake, or what became of one.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "",
      description = "A message as a sender would send it, up to 200 kB.")
  private String file = "";

  @Option(
      names = "--integration",
      paramLabel = "HANDLE",
      defaultValue = "",
      description = "By which integration it would come.")
  private String integration = "";

  @Option(
      names = "--at",
      paramLabel = "T",
      defaultValue = "",
      description = "As if it came then (default: now).")
  private String at = "";

  @Option(
      names = "--head",
      paramLabel = "'NAME: VALUE'",
      description = "What would come beside the body; may be given again.")
  private String[] head = {};

  @Option(
      names = "--event",
      paramLabel = "ID",
      defaultValue = "",
      description = "A message that came: what became of it.")
  private String event = "";

  @Option(
      names = "--person",
      paramLabel = "HANDLE",
      defaultValue = "",
      description = "With --event: why they were, or were not, told.")
  private String person = "";

  @Override
  public Integer call() {
    if (event.isEmpty() == file.isEmpty() || (event.isEmpty() && integration.isEmpty())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "give FILE and --integration, or --event");
    }
    if (event.isEmpty()) {
      before(node.post("/api/v1/explain", question()));
    } else {
      String who = person.isEmpty() ? "" : "?person=" + Paths.segment(person);
      after(node.get("/api/v1/events/" + Paths.segment(event) + "/explain" + who));
    }
    return 0;
  }

  private Map<String, String> question() {
    Map<String, String> question = new LinkedHashMap<>();
    question.put("integration", integration);
    question.put("body", text());
    if (head.length > 0) {
      question.put("head", String.join("\n", head));
    }
    if (!at.isEmpty()) {
      question.put("at", Moments.read(spec, "--at", at).toString());
    }
    return question;
  }

  private void before(JsonNode said) {
    print("", said.path("headline"));
    said.path("refused").forEach(why -> print("  refused: ", why));
    for (JsonNode way : said.path("ways")) {
      line("");
      print("", way.path("about"));
      way.path("turns").forEach(this::turn);
      if (way.path("ladder").asInt(0) > 0) {
        line("  page         ladder " + way.path("ladder").asInt(0));
      }
    }
    int number = 0;
    for (JsonNode ladder : said.path("ladders")) {
      line("");
      line("ladder " + ++number + ": " + word(ladder, "page") + ", " + word(ladder, "urgency"));
      ladder(ladder);
    }
    said.path("notKnown").forEach(why -> print("not known: ", why));
  }

  private void turn(JsonNode turn) {
    line("  %-12s %s".formatted(word(turn, "what"), withReason(turn)));
  }

  private void ladder(JsonNode ladder) {
    for (JsonNode rest : ladder.path("rests")) {
      line("  until " + word(rest, "until") + " " + word(rest, "why"));
    }
    for (JsonNode rung : ladder.path("rungs")) {
      line("  " + word(rung, "at") + " " + word(rung, "rung") + ": " + word(rung, "why"));
      for (JsonNode told : rung.path("told")) {
        line("    " + word(told, "name") + ", " + word(told, "why"));
        told.path("by")
            .forEach(by -> line("      " + word(by, "at") + " by " + word(by, "method")));
      }
      if (rung.path("told").isEmpty()) {
        line("    nobody: " + word(rung, "gaps"));
      }
    }
    line("  " + word(ladder, "end"));
  }

  private void after(JsonNode told) {
    JsonNode answer = told.path("answer");
    if (answer.isObject()) {
      print("", answer.path("sentence"));
      answer.path("facts").forEach(fact -> print("  ", fact));
      line("");
    }
    line(word(told, "at") + " " + word(told, "integration") + ": " + word(told, "headline"));
    for (JsonNode report : told.path("reports")) {
      line("  " + word(report, "about") + ": " + word(report, "did"));
      report.path("because").forEach(why -> print("    ", why));
      line("    now " + word(report, "now"));
    }
    if (told.path("more").asInt(0) > 0) {
      line("  and " + told.path("more").asInt(0) + " more");
    }
    for (JsonNode page : told.path("pages")) {
      line("");
      line("page " + page.path("number").asLong(0) + ": " + word(page, "title"));
      page.path("timeline").forEach(e -> line("  " + word(e, "at") + " " + withReason(e)));
    }
  }

  private static String withReason(JsonNode said) {
    String because = word(said, "because");
    return word(said, "said") + (because.isEmpty() ? "" : ": " + because);
  }

  private static String word(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  private void print(String before, JsonNode text) {
    line(before + text.asString(""));
  }

  private void line(String line) {
    Lines.print(spec, line);
  }

  private String text() {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new CannotGoOn(file + " can't be read: " + e.getMessage());
    }
  }
}
