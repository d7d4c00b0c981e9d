package watchbill.adapter.web.signin;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Form;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Light;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Refusals.Notice;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;

/// Answers `/sign-in`, `/sign-in/{token}` and `/sign-out`.
public final class SignInPage implements Routes {
  private final Site site;

  public SignInPage(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param action where the button posts to; empty when there is no link to use yet
  public record View(Frame frame, String action) {}

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/sign-in", Permission.ANYBODY, 0, this::explain),
        new Route(Method.GET, "/sign-in/{token}", Permission.ANYBODY, 0, this::offer),
        new Route(Method.POST, "/sign-in/{token}", Permission.ANYBODY, Form.BODY_MAX, this::redeem),
        new Route(Method.POST, "/sign-out", Permission.SIGNED_IN, Form.BODY_MAX, this::signOut));
  }

  private void explain(ServerRequest request, ServerResponse response) {
    Html.send(response, Status.OK_200, "sign-in", new View(frame(request), ""));
  }

  private void offer(ServerRequest request, ServerResponse response) {
    Html.send(response, Status.OK_200, "sign-in", new View(frame(request), request.path().path()));
  }

  private void redeem(ServerRequest request, ServerResponse response) {
    if (site.forms().isForeign(request)) {
      var notice =
          new Notice(
              frame(request),
              "Nobody was signed in",
              "Another site asked for it.",
              "Open the link itself and press the button there.");
      Html.send(response, Status.FORBIDDEN_403, Notice.TEMPLATE, notice);
    } else if (site.identity().redeem(request.path().pathParameters().get("token"), response)) {
      Html.seeOther(response, "/");
    } else {
      var notice =
          new Notice(
              frame(request),
              "This link signs nobody in",
              "It was used already, or it is more than a day old, or it was not copied whole.",
              "Ask your administrator for a new one.");
      Html.send(response, Status.GONE_410, Notice.TEMPLATE, notice);
    }
  }

  private void signOut(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    if (!site.forms().accepts(request, visit.signedIn(), Form.read(request).value("form"))) {
      Refusals.foreign(response, visit);
      return;
    }
    site.identity().signOut(visit.signedIn(), response);
    Html.seeOther(response, "/sign-in");
  }

  private static Frame frame(ServerRequest request) {
    return Frame.forAnybody("Sign in", Light.of(request));
  }
}
