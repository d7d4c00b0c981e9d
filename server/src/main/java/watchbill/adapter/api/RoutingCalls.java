package watchbill.adapter.api;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Route;
import watchbill.engine.RoutePreviews;
import watchbill.kernel.Refusal;
import watchbill.route.RoutePlan;

/// Calls about where alerts go.
final class RoutingCalls {
  private static final int EVENTS = 200;
  private static final int TEXT_MAX = 15_000;
  private static final int SHOWN_MAX = 500;

  private RoutingCalls() {}

  static List<Route> routes(Call.Means means) {
    return List.of(means.post("/api/v1/routing/preview", RoutingCalls::preview));
  }

  /// Where one report goes.
  record WayJson(String service, String urgency, String group, List<String> because) {
    static WayJson of(watchbill.route.Route route) {
      return new WayJson(
          route.service().handle(),
          route.calling().word(),
          route.group(),
          route.trail().stream().map(watchbill.route.Route.Turn::inWords).toList());
    }
  }

  /// One report.
  ///
  /// @param would absent where nothing would change
  record PreviewedJson(
      String event,
      Instant at,
      String integration,
      String summary,
      String severity,
      WayJson now,
      Optional<WayJson> would) {
    static PreviewedJson of(RoutePreviews.Previewed p) {
      return new PreviewedJson(
          p.event().id().value(),
          p.event().receivedAt(),
          p.event().integration().handle(),
          p.report().condition().summary(),
          p.report().condition().severity().word(),
          WayJson.of(p.declared()),
          p.differs() ? Optional.of(WayJson.of(p.tried())) : Optional.empty());
    }
  }

  private static void preview(Call call) {
    Asked asked = call.body();
    String text = asked.text("routing", TEXT_MAX);
    int events = asked.has("events") ? asked.number("events", 1, RoutePreviews.EVENTS_MAX) : EVENTS;
    switch (call.means().rules().read(text)) {
      case RulesReader.Read.Wrong(var mistakes) ->
          Answers.refused(
              call.response(),
              new Refusal(
                  "routing.mistakes",
                  "routing",
                  mistakes.size() + " mistakes",
                  "a configuration without: " + String.join("; ", mistakes)),
              "");
      case RulesReader.Read.Right(var plan) -> answer(call, plan, events);
    }
  }

  private static void answer(Call call, RoutePlan plan, int events) {
    RoutePreviews.Preview preview =
        call.read(stores ->
            RoutePreviews.preview(
                call.configuration(), plan, stores, call.means().rereader(), events));
    Answers.json(
        call.response(),
        Status.OK_200,
        Map.of(
            "events",
            preview.events(),
            "notReadable",
            preview.notReadable(),
            "reports",
            preview.reports().size(),
            "differing",
            preview.differing(),
            "first",
            preview.reports().stream().limit(SHOWN_MAX).map(PreviewedJson::of).toList()));
  }
}
