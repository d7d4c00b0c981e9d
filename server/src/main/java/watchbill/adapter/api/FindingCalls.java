package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import watchbill.adapter.http.Route;
import watchbill.catalog.PersonId;
import watchbill.engine.Rosters;
import watchbill.rota.Rota;
import watchbill.time.Span;
import watchbill.watch.Coverage;
import watchbill.watch.Finding;
import watchbill.watch.Limits;

/// Calls about what is wrong with the rotas in the weeks to come.
final class FindingCalls {
  private static final int DAYS_USUAL = 14;
  private static final int DAYS_MAX = 92;

  /// Coverage looks at four weeks to either side: how much of late counts as too much.
  private static final Duration AROUND = Duration.ofDays(28);

  private FindingCalls() {}

  /// A finding as the API gives it.
  record FindingJson(
      String kind,
      String key,
      String rota,
      String role,
      Instant from,
      Instant until,
      List<String> people,
      boolean urgent,
      String said) {
    static FindingJson of(Finding f) {
      return new FindingJson(
          f.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          f.key(),
          f.rota().handle(),
          f.role().word(),
          f.span().from(),
          f.span().until(),
          f.people().stream().map(PersonId::handle).toList(),
          f.kind().isUrgent(),
          f.said());
    }
  }

  static List<Route> routes(Call.Means means) {
    return List.of(means.get("/api/v1/rota-findings", FindingCalls::list));
  }

  private static void list(Call call) {
    var window = new Span(call.now(), call.now().plus(days(call)));
    var around = new Span(window.from().minus(AROUND), window.until().plus(AROUND));
    List<Rota> rotas =
        call.configuration().rotas().values().stream()
            .sorted(Comparator.comparing(r -> r.id().handle()))
            .toList();
    var roster = call.read(stores -> Rosters.read(call.configuration(), stores, around));
    var holidays = call.read(stores -> Rosters.holidays(call.configuration(), stores, window));
    List<FindingJson> findings =
        Coverage.findings(roster, rotas, window, Limits.STANDARD, holidays).stream()
            .map(FindingJson::of)
            .toList();
    Answers.json(
        call.response(),
        Status.OK_200,
        Map.of("from", window.from(), "until", window.until(), "findings", findings));
  }

  private static Duration days(Call call) {
    String asked = call.query("days", Integer.toString(DAYS_USUAL));
    try {
      int days = Integer.parseInt(asked);
      if (days >= 1 && days <= DAYS_MAX) {
        return Duration.ofDays(days);
      }
    } catch (NumberFormatException _) {
      // It is refused below, like a number that is too large.
    }
    throw Asked.wrong("days", asked, "a whole number from 1 to " + DAYS_MAX);
  }
}
