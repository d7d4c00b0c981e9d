package watchbill.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `watchbill integration try`.
@Command(
    name = "try",
    description = "Shows what would come of a message. Nothing is kept and nobody is woken.",
    mixinStandardHelpOptions = true)
final class IntegrationTryCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "HANDLE", description = "The integration's handle.")
  private String handle = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The message's body.")
  private Path file = Path.of("");

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "A header that came with it; may be given several times.")
  private List<String> headers = List.of();

  @Override
  public Integer call() {
    JsonNode said =
        node.post(
            "/api/v1/integrations/%s/try".formatted(Paths.segment(handle)),
            Map.of("body", body(), "head", head()));
    said.path("alerts").forEach(this::alert);
    said.path("changes").forEach(this::change);
    for (JsonNode refused : said.path("refused")) {
      Lines.print(spec, "not used: " + refused.path("words").asString(""));
    }
    boolean nothing = said.path("alerts").isEmpty() && said.path("changes").isEmpty();
    if (nothing && said.path("refused").isEmpty()) {
      Lines.print(spec, "understood; it says nothing");
    }
    return nothing && !said.path("refused").isEmpty() ? 1 : 0;
  }

  private void alert(JsonNode alert) {
    String key = alert.path("key").asString("");
    String which = key.isEmpty() ? "alert " + alert.path("alert").asString("") : key;
    Lines.print(spec, alert.path("what").asString("") + "  " + which);
    for (String name : List.of("alert", "summary", "severity", "source", "startsAt")) {
      String value = alert.path(name).asString("");
      if (!value.isEmpty() && !key.isEmpty()) {
        Lines.print(spec, "  %-10s%s".formatted(name, value));
      }
    }
    pairs("label", alert.path("labels"));
    pairs("detail", alert.path("details"));
  }

  private void change(JsonNode change) {
    Lines.print(spec, "change  " + change.path("summary").asString(""));
    Lines.print(spec, "  source    " + change.path("source").asString(""));
    Lines.print(spec, "  at        " + change.path("at").asString(""));
    pairs("detail", change.path("details"));
  }

  private void pairs(String what, JsonNode pairs) {
    pairs
        .properties()
        .forEach(m ->
            Lines.print(
                spec, "  %-10s%s = %s".formatted(what, m.getKey(), m.getValue().asString(""))));
  }

  private String body() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CannotGoOn(file + " can't be read: " + e.getMessage());
    }
  }

  private Map<String, String> head() {
    Map<String, String> head = new TreeMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new CannotGoOn("'" + header + "' is no header; use 'NAME: VALUE'");
      }
      head.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return head;
  }
}
