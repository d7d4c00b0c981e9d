package watchbill.adapter.web.wake;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import watchbill.access.Passes;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Clock;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Reader;
import watchbill.adapter.web.Site;
import watchbill.catalog.PersonId;
import watchbill.engine.Stores;
import watchbill.escalation.Page;

/// Answers `/waiting/{token}`: the link in a message about several pages.
public final class WaitingPage implements Routes {
  private static final int SHOWN_MAX = 200;

  private final Site site;
  private final WakeLinks links;

  public WaitingPage(Site site, WakeLinks links) {
    this.site = site;
    this.links = links;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/waiting/{token}", Permission.SIGNED_PASS, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Instant now = site.time().now();
    switch (links.readAll(request.path().pathParameters().get("token"), now)) {
      case Passes.Verdict.Valid(var pass) -> {
        var reader = Reader.of(pass.holder(), site.configuration().get().catalog());
        var clock = new Clock(now, reader.zone());
        Light light = clock.isNight() ? Light.DARK : Light.of(request);
        Away.orSay(
            request,
            response,
            light,
            () -> {
              WaitingView view =
                  site.read(stores -> view(stores, new PersonId(pass.holder()), clock, light));
              Html.send(response, Status.OK_200, "waiting", view);
            });
      }
      case Passes.Verdict.Expired _ ->
          refuse(
              request,
              response,
              Status.GONE_410,
              "This link has expired",
              "What is still open has newer messages with newer links; or sign in.");
      case Passes.Verdict.Forged _ ->
          refuse(
              request,
              response,
              Status.FORBIDDEN_403,
              "This is not a whole link",
              "It was cut off or changed on its way. Copy all of it from your message.");
    }
  }

  private static void refuse(
      ServerRequest request, ServerResponse response, Status status, String headline, String why) {
    var notice = new WakeNotice(Light.of(request), headline, why, "/", "Sign in instead");
    Html.send(response, status, "wake-notice", notice);
  }

  private WaitingView view(Stores stores, PersonId person, Clock clock, Light light) {
    List<WaitingView.Row> rows =
        stores.pages().open(SHOWN_MAX).stream()
            .filter(p -> p.escalation().needsSomebody() && wasTold(stores, p, person))
            .map(p -> row(p, person, clock))
            .toList();
    String headline =
        switch (rows.size()) {
          case 0 -> "Nothing waits for you any more";
          case 1 -> "1 page waits for you";
          default -> rows.size() + " pages wait for you";
        };
    return new WaitingView(light, headline, rows, clock.asOf());
  }

  private static boolean wasTold(Stores stores, Page page, PersonId person) {
    return stores.notifications().of(page.id(), Integer.MAX_VALUE).stream()
        .anyMatch(n -> n.person().equals(person));
  }

  private WaitingView.Row row(Page page, PersonId person, Clock clock) {
    String detail =
        "Page "
            + page.number()
            + " · "
            + page.service().handle()
            + " · "
            + clock.age(page.openedAt());
    String address = links.path(page.id(), person, clock.now());
    return new WaitingView.Row(Mark.of(page), page.title(), detail, address);
  }
}
