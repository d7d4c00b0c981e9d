package watchbill.server.command;

import java.time.Duration;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.system.SystemTime;
import watchbill.server.drawing.DrawnShift;
import watchbill.server.drawing.MonthDrawing;

/// `watchbill rota gaps`.
@Command(
    name = "gaps",
    description = "Says when nobody is on duty, and why.",
    mixinStandardHelpOptions = true)
final class RotaGapsCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 400;

  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "ROTA",
      description = "The handle of a rota (default: every rota).")
  private @Nullable String rota;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "28",
      description = "How far ahead, 1 to 400 (default: ${DEFAULT-VALUE}).")
  private int days = 28;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "primary",
      description = "In which role (default: ${DEFAULT-VALUE}).")
  private String role = "primary";

  @Override
  public Integer call() {
    if (days < 1 || days > MOST_DAYS) {
      throw Moments.wrong(spec, "--days", Integer.toString(days), "1 to " + MOST_DAYS);
    }
    Instant now = new SystemTime().now();
    Instant until = now.plus(Duration.ofDays(days));
    for (String one : rotas()) {
      JsonNode said =
          node.get(
              "/api/v1/rotas/%s/gaps?role=%s&from=%s&until=%s"
                  .formatted(Paths.segment(one), Paths.segment(role), now, until));
      print(one, said);
    }
    return 0;
  }

  private List<String> rotas() {
    if (rota != null) {
      return List.of(rota);
    }
    List<String> all = new ArrayList<>();
    JsonNode duties = node.get("/api/v1/onduty?role=" + Paths.segment(role)).path("duties");
    duties.forEach(duty -> all.add(duty.path("rota").asString()));
    return all;
  }

  private void print(String one, JsonNode said) {
    ZoneId zone = ZoneId.of(said.path("zone").asString());
    if (said.path("gaps").isEmpty()) {
      Lines.print(spec, one + " " + role + ": no gap in " + days + " days");
    }
    for (JsonNode gap : said.path("gaps")) {
      var drawn =
          new DrawnShift(
              Instant.parse(gap.path("from").asString()),
              Instant.parse(gap.path("until").asString()),
              List.of(),
              gap.path("because").asString());
      Lines.print(spec, one + " " + role + ": " + MonthDrawing.gap(drawn, zone));
    }
  }
}
