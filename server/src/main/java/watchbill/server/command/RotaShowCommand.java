package watchbill.server.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import watchbill.server.drawing.Pen;

/// `watchbill rota show`.
@Command(name = "show", description = "Draws a month of a rota.", mixinStandardHelpOptions = true)
final class RotaShowCommand implements Callable<Integer> {
  @Mixin private NodeOption node = new NodeOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ROTA", description = "The handle of a rota.")
  private String rota = "";

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      description = "Which, like 2026-12 (default: this one).")
  private @Nullable String month;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "primary",
      description = "In which role (default: ${DEFAULT-VALUE}).")
  private String role = "primary";

  @Option(names = "--plain", description = "Draws with ASCII alone.")
  private boolean plain;

  @Override
  public Integer call() {
    YearMonth shown = month == null ? thisMonth() : read(month);
    // The rota's zone is known from the answer alone; a day on either side is enough for any.
    Instant from = midnight(shown.atDay(1).minusDays(1));
    Instant until = midnight(shown.atEndOfMonth().plusDays(2));
    JsonNode said =
        node.get(
            "/api/v1/rotas/%s/shifts?role=%s&from=%s&until=%s"
                .formatted(Paths.segment(rota), Paths.segment(role), from, until));
    var drawing =
        new MonthDrawing(
            rota + " " + role,
            shown,
            ZoneId.of(said.path("zone").asString()),
            shifts(said),
            plain ? Pen.PLAIN : Pen.FINE);
    drawing.lines().forEach(line -> Lines.print(spec, line));
    return 0;
  }

  private static List<DrawnShift> shifts(JsonNode said) {
    List<DrawnShift> shifts = new ArrayList<>();
    for (JsonNode shift : said.path("shifts")) {
      List<String> people = new ArrayList<>();
      shift.path("people").forEach(person -> people.add(person.path("person").asString()));
      shifts.add(
          new DrawnShift(
              Instant.parse(shift.path("from").asString()),
              Instant.parse(shift.path("until").asString()),
              people,
              shift.path("gap").asString("")));
    }
    return shifts;
  }

  private YearMonth read(String typed) {
    try {
      return YearMonth.parse(typed);
    } catch (DateTimeException _) {
      throw Moments.wrong(spec, "--month", typed, "a year and a month, like 2026-12");
    }
  }

  private static YearMonth thisMonth() {
    return YearMonth.from(new SystemTime().now().atZone(ZoneId.systemDefault()));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
