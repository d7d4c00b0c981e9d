package watchbill.adapter.web.page;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.PageRow;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Standing;
import watchbill.adapter.web.Visit;
import watchbill.engine.Configuration;
import watchbill.engine.Stores;
import watchbill.escalation.Page;

/// Answers `/pages`: what is open, and what was.
public final class PageList implements Routes {
  private static final int OPEN_MAX = 100;
  private static final int RESOLVED_MAX = 50;

  private final Site site;

  public PageList(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param resolved those that are over, newest first
  /// @param resolvedMax how many of them are shown at most
  public record View(
      Frame frame,
      String headline,
      List<PageRow> open,
      List<PageRow> resolved,
      int resolvedMax,
      String asOf) {}

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/pages", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Configuration configuration = site.configuration().get();
    View view =
        site.read(stores -> {
          List<Page> open = stores.pages().open(OPEN_MAX);
          return new View(
              visit.frame("Pages"),
              headline(open.size()),
              rows(open, stores, configuration, visit),
              rows(stores.pages().resolved(RESOLVED_MAX), stores, configuration, visit),
              RESOLVED_MAX,
              visit.clock().asOf());
        });
    Html.send(response, Status.OK_200, "pages", view);
  }

  private static String headline(int open) {
    if (open == 0) {
      return "No page is open";
    }
    String atLeast = open == OPEN_MAX ? " or more" : "";
    return open + atLeast + (open == 1 ? " page is open" : " pages are open");
  }

  private static List<PageRow> rows(
      List<Page> pages, Stores stores, Configuration configuration, Visit visit) {
    return pages.stream()
        .map(p -> Standing.of(p, stores, configuration, visit.now()))
        .map(s -> PageRow.of(s, visit.clock()))
        .toList();
  }
}
