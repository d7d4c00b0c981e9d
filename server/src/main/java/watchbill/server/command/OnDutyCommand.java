package watchbill.server.command;

import java.io.IOException;
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
import watchbill.server.neutral.NeutralBatch;
import watchbill.time.TimeWords;

/// `watchbill onduty`.
@Command(name = "onduty", description = "Says who stands watch.", mixinStandardHelpOptions = true)
final class OnDutyCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "When, like 2026-01-05T03:00:00Z, or by the clock of this machine 2026-01-05T04:00"
              + " (default: now).")
  private @Nullable String at;

  @Option(names = "--rota", paramLabel = "ROTA", description = "Of this rota alone.")
  private @Nullable String rota;

  @Option(names = "--role", paramLabel = "ROLE", description = "In this role alone.")
  private @Nullable String role;

  @Option(
      names = "--batch",
      description =
          "Reads rotas in the neutral vocabulary, one JSON object a line, on standard input, and"
              + " answers line by line; needs no node.")
  private boolean batch;

  @Override
  public Integer call() throws IOException {
    if (batch) {
      return new NeutralBatch().run(System.in, System.out) ? 0 : 1;
    }
    JsonNode said = node.get("/api/v1/onduty" + query());
    for (JsonNode duty : said.path("duties")) {
      String which = duty.path("rota").asString("") + " " + duty.path("role").asString("");
      Lines.print(spec, "%-30s %s".formatted(which, who(duty)));
    }
    return 0;
  }

  private String query() {
    List<String> asked = new ArrayList<>();
    if (at != null) {
      asked.add("at=" + Moments.read(spec, "--at", at));
    }
    if (rota != null) {
      asked.add("rota=" + Paths.segment(rota));
    }
    if (role != null) {
      asked.add("role=" + Paths.segment(role));
    }
    return asked.isEmpty() ? "" : "?" + String.join("&", asked);
  }

  /// `ana, ben (standing in for cho, who is on leave) until Mon 12 Jan 09:00 CET`.
  private static String who(JsonNode duty) {
    List<String> people = new ArrayList<>();
    for (JsonNode person : duty.path("people")) {
      String because = person.path("because").asString("");
      String name = person.path("person").asString("");
      people.add(because.isEmpty() ? name : name + " (" + because + ")");
    }
    String nobody = "nobody: " + duty.path("because").asString("");
    return (people.isEmpty() ? nobody : String.join(", ", people)) + ends(duty);
  }

  private static String ends(JsonNode duty) {
    String until = duty.path("until").asString("");
    return until.isEmpty()
        ? ""
        : " until " + TimeWords.dayAndTime(Instant.parse(until), ZoneId.systemDefault());
  }
}
