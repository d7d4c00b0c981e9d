package watchbill.adapter.web.page;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;

/// Answers `/events`: the messages that came, newest first, of all integrations or of one.
public final class EventList implements Routes {
  private static final int SHOWN = 50;
  private static final int BEGINNING = 120;
  private static final int LOOKED_AT = 1_000;

  private final Site site;

  public EventList(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param chosen the integration whose messages these are; empty for all
  /// @param older where the next ones are; empty where there are none
  public record View(
      Frame frame,
      String headline,
      List<String> integrations,
      String chosen,
      List<Row> rows,
      String older) {}

  /// One message.
  ///
  /// @param beginning of its body, on one line
  public record Row(String address, String integration, String when, String beginning) {}

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/events", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    String chosen = request.query().first("integration").orElse("");
    Optional<IntegrationId> of =
        Optional.of(chosen).filter(c -> !c.isBlank()).map(IntegrationId::new);
    Optional<EventId> before = request.query().first("before").map(EventId::new);
    List<Event> events = site.read(stores -> stores.events().newest(of, before, SHOWN));
    List<String> integrations =
        site.configuration().get().catalog().integrations().stream()
            .map(Integration::id)
            .map(IntegrationId::handle)
            .toList();
    var view =
        new View(
            visit.frame("Messages"),
            headline(events, chosen),
            integrations,
            integrations.contains(chosen) ? chosen : "",
            events.stream().map(e -> row(e, visit)).toList(),
            events.size() < SHOWN ? "" : older(events.getLast(), of));
    Html.send(response, Status.OK_200, "events", view);
  }

  private static String headline(List<Event> events, String chosen) {
    String by = chosen.isBlank() ? "" : " by " + chosen;
    return events.isEmpty() ? "No message came" + by : "What came" + by + ", as received";
  }

  private static Row row(Event event, Visit visit) {
    // A message may be megabytes; no more of it is looked at than can be shown.
    String body = event.body().substring(0, Math.min(event.body().length(), LOOKED_AT));
    String line = body.replaceAll("\\s+", " ").strip();
    return new Row(
        "/events/" + event.id().value(),
        event.integration().handle(),
        visit.clock().full(event.receivedAt()),
        line.length() > BEGINNING ? line.substring(0, BEGINNING) + "…" : line);
  }

  private static String older(Event last, Optional<IntegrationId> of) {
    String chosen = of.map(id -> "&integration=" + id.handle()).orElse("");
    return "/events?before=" + last.id().value() + chosen;
  }
}
