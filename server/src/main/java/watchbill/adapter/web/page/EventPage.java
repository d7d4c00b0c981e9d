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
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Press;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.engine.Reply;
import watchbill.engine.Rereader;
import watchbill.kernel.Refusal;

/// Answers `/events/{id}`: a message exactly as it was received.
public final class EventPage implements Routes {
  private static final int BODY_MAX = 200_000;

  private final Site site;
  private final Rereader rereader;

  public EventPage(Site site, Rereader rereader) {
    this.site = site;
    this.rereader = rereader;
  }

  /// All that is shown.
  ///
  /// @param head what came beside the body; may be empty
  /// @param cut whether the message is longer than what is shown
  public record View(
      Frame frame,
      String id,
      String integration,
      String receivedAt,
      String head,
      String body,
      boolean cut) {}

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/events/{id}", Permission.SIGNED_IN, 0, this::show),
        new Route(
            Method.POST,
            "/events/{id}/replay",
            Permission.SIGNED_IN,
            Form.BODY_MAX,
            (request, response) -> Press.of(site, request, response, this::replay)));
  }

  /// The same message once more, as if it came now; leads to the new one.
  private void replay(Press press) {
    var id = new EventId(press.part("id"));
    Optional<Event> event = site.read(stores -> stores.events().find(id));
    if (event.isEmpty()) {
      missing(press.response(), press.visit());
      return;
    }
    switch (rereader.read(event.get(), press.visit().now())) {
      case Rereader.Reread.NotReadable(var why, _) -> {
        var refusal = new Refusal("event.not-readable", "event", why, "a message that can be read");
        Refusals.refused(press.response(), press.visit(), new Reply.Refused(refusal));
      }
      case Rereader.Reread.Again(var command, _) -> {
        switch (site.door().submit(command)) {
          case Reply.Received received ->
              Html.seeOther(press.response(), "/events/" + received.event().value());
          case Reply.Refused refused -> Refusals.refused(press.response(), press.visit(), refused);
          case Reply.TryLater later -> Refusals.later(press.response(), press.visit(), later);
          case Reply other -> throw new IllegalStateException("not an answer to this: " + other);
        }
      }
    }
  }

  private static void missing(ServerResponse response, Visit visit) {
    Refusals.missing(
        response,
        visit,
        "There is no such message",
        "Each alert of a page links to its own. Old messages are let go of.");
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    var id = new EventId(request.path().pathParameters().get("id"));
    Optional<Event> event = site.read(stores -> stores.events().find(id));
    if (event.isEmpty()) {
      missing(response, visit);
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
        event.head(),
        cut ? event.body().substring(0, BODY_MAX) : event.body(),
        cut);
  }
}
