package watchbill.adapter.web.rota;

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
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Standing;
import watchbill.adapter.web.Visit;
import watchbill.audit.AuditEntry;
import watchbill.audit.Deed;
import watchbill.rota.RotaId;

/// Answers `/rotas/{id}/history`: who changed what.
public final class RotaHistoryPage implements Routes {
  private static final int ENTRIES_MAX = 500;

  private final Site site;

  public RotaHistoryPage(Site site) {
    this.site = site;
  }

  /// All that is shown.
  ///
  /// @param cut whether there is more
  public record View(Frame frame, String headline, String back, List<Entry> entries, boolean cut) {}

  /// One change.
  public record Entry(String at, String machineAt, String said, String because) {}

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/rotas/{id}/history", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    var rota = new RotaId(request.path().pathParameters().get("id"));
    if (!site.configuration().get().rotas().containsKey(rota)) {
      RotaPage.missing(response, visit);
      return;
    }
    View view =
        site.read(stores -> {
          var names = new Names(Standing.roster(stores, site.configuration().get(), visit.now()));
          List<Entry> entries =
              stores.audit().about(rota.handle(), ENTRIES_MAX).stream()
                  .map(e -> entry(e, names, visit))
                  .toList()
                  .reversed();
          String title = Names.title(rota.handle());
          return new View(
              visit.frame(title + ", history"),
              title + ": " + headline(entries.size()),
              RotaViews.address(rota),
              entries,
              entries.size() == ENTRIES_MAX);
        });
    Html.send(response, Status.OK_200, "rota-history", view);
  }

  private static String headline(int count) {
    return switch (count) {
      case 0 -> "nothing was changed yet";
      case 1 -> "one change";
      default -> count + " changes";
    };
  }

  private static Entry entry(AuditEntry entry, Names names, Visit visit) {
    Deed deed = entry.deed();
    String actor = deed.actor().equals(Deed.WATCHBILL) ? "Watchbill" : names.of(deed.actor());
    String by = "by " + actor;
    return new Entry(
        visit.clock().moment(deed.at()),
        visit.clock().machine(deed.at()),
        deed.said(),
        deed.because().isEmpty() ? by : deed.because() + " · " + by);
  }
}
