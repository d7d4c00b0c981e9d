package watchbill.adapter.web.explain;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Filled;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Option;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Explainer;

/// Answers `/explain`: the way a message would take, and whom it would wake. A pasted one, or one
/// that came.
public final class ExplainPage implements Routes {
  private static final int FORM_MAX = 512 * 1024;
  private static final int SHOWN_MAX = 50_000;
  private static final int RECENT = 8;
  private static final int BEGINNING = 60;
  private static final Set<String> FIELDS = Set.of("integration", "body", "head", "at");

  private final Site site;
  private final Explainer explainer;

  public ExplainPage(Site site, Explainer explainer) {
    this.site = site;
    this.explainer = explainer;
  }

  /// All that is shown.
  ///
  /// @param recent messages that came last
  /// @param answer empty until somebody asked
  public record View(
      Frame frame,
      List<Option> integrations,
      Filled filled,
      String zone,
      List<Option> recent,
      Optional<WayView> answer) {}

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/explain", Permission.SIGNED_IN, 0, this::show),
        new Route(
            Method.POST,
            "/explain",
            Permission.SIGNED_IN,
            FORM_MAX,
            (request, response) -> Press.of(site, request, response, this::explain)));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Optional<Event> event =
        request
            .query()
            .first("event")
            .flatMap(id -> site.read(s -> s.events().find(new EventId(id))));
    Filled filled = Filled.with(event.map(ExplainPage::fields).orElseGet(Map::of));
    Optional<WayView> answer =
        event.flatMap(e -> ask(Explainer.Question.again(e, visit.now()), filled, visit));
    send(response, visit, filled, answer);
  }

  private static Map<String, String> fields(Event event) {
    Map<String, String> fields = new HashMap<>();
    fields.put("integration", event.integration().handle());
    fields.put("head", event.head());
    fields.put("body", event.body().length() > SHOWN_MAX ? "" : event.body());
    return fields;
  }

  private void explain(Press press) {
    Filled filled = Filled.of(press.form(), FIELDS);
    Visit visit = press.visit();
    Optional<Instant> at =
        filled.value("at").isEmpty()
            ? Optional.of(visit.now())
            : filled.instant("at", visit.clock().zone());
    if (filled.value("body").isEmpty()) {
      filled.wrong("body", "Paste a message as its sender sends it.");
    }
    Optional<WayView> answer =
        at.filter(_ -> !filled.isWrong())
            .flatMap(instant ->
                ask(
                    new Explainer.Question(
                        new IntegrationId(filled.value("integration")),
                        filled.value("head"),
                        filled.value("body"),
                        instant),
                    filled,
                    visit));
    send(press.response(), visit, filled, answer);
  }

  private Optional<WayView> ask(Explainer.Question question, Filled filled, Visit visit) {
    return switch (explainer.explain(question, visit.now(), visit.clock().zone())) {
      case Explainer.Said.Explained(var explanation) ->
          Optional.of(WayView.of(explanation, visit.clock()));
      case Explainer.Said.NotReadable(var why) -> {
        filled.wrong(why);
        yield Optional.empty();
      }
    };
  }

  private void send(ServerResponse response, Visit visit, Filled filled, Optional<WayView> answer) {
    List<Option> integrations =
        site.configuration().get().catalog().integrations().stream()
            .map(i -> new Option(i.id().handle(), i.id().handle() + " (" + i.kind().word() + ")"))
            .toList();
    List<Option> recent =
        site.read(s -> s.events().newest(Optional.empty(), Optional.empty(), RECENT)).stream()
            .map(e -> new Option(e.id().value(), words(e, visit)))
            .toList();
    String zone = visit.clock().zone().getId();
    Status status = filled.isWrong() ? Status.BAD_REQUEST_400 : Status.OK_200;
    var view = new View(visit.frame("Explain"), integrations, filled, zone, recent, answer);
    Html.send(response, status, "explain", view);
  }

  private static String words(Event event, Visit visit) {
    String line = event.body().replaceAll("\\s+", " ").strip();
    String beginning = line.length() > BEGINNING ? line.substring(0, BEGINNING) + "…" : line;
    return visit.clock().full(event.receivedAt()) + " · " + event.integration() + " · " + beginning;
  }
}
