package watchbill.adapter.web.explain;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Filled;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Option;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.alert.EventId;
import watchbill.catalog.Catalog;
import watchbill.catalog.PersonId;
import watchbill.engine.Aftermath;
import watchbill.engine.Explainer;

/// Answers `/events/{id}/explain`: what became of a message, and why somebody was, or was not,
/// told.
public final class AftermathPage implements Routes {
  private final Site site;
  private final Explainer explainer;

  public AftermathPage(Site site, Explainer explainer) {
    this.site = site;
    this.explainer = explainer;
  }

  /// All that is shown.
  ///
  /// @param people who may ask why
  /// @param filled who does
  public record View(
      Frame frame,
      Aftermath told,
      String receivedAt,
      List<Option> people,
      Filled filled,
      List<Story> stories) {}

  /// One page.
  public record Story(long number, String title, List<Moment> timeline) {}

  /// Something that happened.
  public record Moment(String at, String machineAt, String said, String because) {}

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/events/{id}/explain", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Catalog catalog = site.configuration().get().catalog();
    Optional<PersonId> person =
        request
            .query()
            .first("person")
            .or(() -> Optional.of(visit.reader().handle()))
            .map(PersonId::new)
            .filter(p -> catalog.person(p).isPresent());
    var id = new EventId(request.path().pathParameters().get("id"));
    Optional<Aftermath> told = explainer.aftermath(id, person, visit.clock().zone());
    if (told.isEmpty()) {
      Refusals.missing(
          response,
          visit,
          "There is no such message",
          "Each alert of a page links to its own. Old messages are let go of.");
      return;
    }
    Html.send(response, Status.OK_200, "aftermath", view(told.get(), person, catalog, visit));
  }

  private static View view(
      Aftermath told, Optional<PersonId> person, Catalog catalog, Visit visit) {
    List<Option> people =
        catalog.people().stream().map(p -> new Option(p.id().handle(), p.name())).toList();
    return new View(
        visit.frame("Why"),
        told,
        visit.clock().full(told.at()),
        people,
        Filled.with(Map.of("person", person.map(PersonId::handle).orElse(""))),
        told.pages().stream().map(page -> story(page, visit.clock())).toList());
  }

  private static Story story(Aftermath.PageStory page, Clock clock) {
    List<Moment> timeline =
        page.timeline().stream()
            .map(
                e -> new Moment(clock.second(e.at()), clock.machine(e.at()), e.said(), e.because()))
            .toList();
    return new Story(page.number(), page.title(), timeline);
  }
}
