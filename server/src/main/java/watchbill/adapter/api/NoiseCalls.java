package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.catalog.ServiceId;
import watchbill.engine.NoiseOf;
import watchbill.kernel.Refusal;
import watchbill.noise.Disturbance;
import watchbill.noise.Figures;
import watchbill.noise.NoiseRow;
import watchbill.noise.Noises;
import watchbill.time.Span;

/// Calls about what pages cost people.
final class NoiseCalls {
  private static final Duration USUAL = Duration.ofDays(28);
  private static final Duration MAX = Duration.ofDays(92);

  private NoiseCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(means.get("/api/v1/noise", NoiseCalls::noise));
  }

  /// All that is answered.
  record NoiseJson(
      Instant from,
      Instant until,
      FiguresJson all,
      List<RowJson> origins,
      List<RowJson> services,
      List<RowJson> routing) {}

  /// Figures, under the names of [Figures].
  record FiguresJson(
      int pages,
      int answered,
      int actionable,
      int notActionable,
      int notJudged,
      int couldWait,
      int wokenAtNight,
      int people,
      int nights,
      int soonOver,
      int forNothing) {
    static FiguresJson of(Figures f) {
      return new FiguresJson(
          f.pages(),
          f.answered(),
          f.actionable(),
          f.notActionable(),
          f.notJudged(),
          f.couldWait(),
          f.wakes(),
          f.people(),
          f.nights(),
          f.soonOver(),
          f.forNothing());
    }
  }

  /// One row.
  ///
  /// @param suggestion `hold`, `group`, `silence`, `delete`, `keep` or `unknown`
  record RowJson(String name, FiguresJson figures, String said, String suggestion, String because) {
    static RowJson of(NoiseRow row) {
      return new RowJson(
          row.name(),
          FiguresJson.of(row.figures()),
          row.figures().actionableInWords(),
          row.suggestion().what().word(),
          row.suggestion().because());
    }
  }

  private static void noise(Call call) {
    Optional<ServiceId> service =
        Optional.of(call.query("service", "")).filter(s -> !s.isEmpty()).map(ServiceId::new);
    if (service.isPresent() && call.configuration().catalog().service(service.get()).isEmpty()) {
      String handle = service.get().handle();
      var refusal = new Refusal("service.unknown", "service", handle, "the handle of a service");
      Answers.refused(call.response(), refusal, "");
      return;
    }
    Span span = span(call);
    List<Disturbance> pages =
        call.read(s ->
                NoiseOf.pages(
                    call.configuration(),
                    s,
                    span,
                    of -> service.isEmpty() || service.get().equals(of)))
            .orElseThrow(() ->
                Asked.wrong(
                    "until",
                    span.until().toString(),
                    "a shorter span: there are more than " + NoiseOf.PAGES_MAX + " pages"));
    Answers.json(
        call.response(),
        Status.OK_200,
        new NoiseJson(
            span.from(),
            span.until(),
            FiguresJson.of(Figures.of(pages)),
            rows(pages, NoiseRow.By.ORIGIN),
            rows(pages, NoiseRow.By.SERVICE),
            rows(pages, NoiseRow.By.ROUTING)));
  }

  private static List<RowJson> rows(List<Disturbance> pages, NoiseRow.By by) {
    return Noises.rows(pages, by).stream().map(RowJson::of).toList();
  }

  /// Four weeks until now, unless something else is asked for.
  private static Span span(Call call) {
    String first = call.query("from", "");
    String last = call.query("until", "");
    // What opened at this very instant counts, too.
    Instant until = last.isEmpty() ? call.now().plusMillis(1) : Asked.instant("until", last);
    Instant from = first.isEmpty() ? until.minus(USUAL) : Asked.instant("from", first);
    if (!from.isBefore(until) || from.isBefore(until.minus(MAX))) {
      String allowed = "an instant before until, by at most " + MAX.toDays() + " d";
      throw Asked.wrong("from", from.toString(), allowed);
    }
    return new Span(from, until);
  }
}
