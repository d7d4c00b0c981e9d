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
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.alert.Event;
import watchbill.alert.EventId;

/// Answers `/events/{id}`: a message exactly as it was received.
public final class EventPage implements Routes {
  private static final int BODY_MAX = 200_000;

  private final Site site;

  public EventPage(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param cut whether the message is longer than what is shown
  public record View(
      Frame frame, String id, String integration, String receivedAt, String body, boolean cut) {}

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/events/{id}", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    var id = new EventId(request.path().pathParameters().get("id"));
    Optional<Event> event = site.read(stores -> stores.events().find(id));
    if (event.isEmpty()) {
      Refusals.missing(
          response, visit, "There is no such message", "Each alert of a page links to its own.");
      return;
    }
    Html.send(response, Status.OK_200, "event", view(event.get(), visit));
  }

  private static View view(Event event, Visit visit) {
    boolean cut = event.body().length() > BODY_MAX;
    return new View(
        visit.frame("Message"),
        event.id().value(),
        event.integration().handle(),
        visit.clock().full(event.receivedAt()),
        cut ? event.body().substring(0, BODY_MAX) : event.body(),
        cut);
  }
}
