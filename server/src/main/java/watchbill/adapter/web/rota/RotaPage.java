package watchbill.adapter.web.rota;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Done;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.engine.Reply;
import watchbill.engine.Rosters;
import watchbill.engine.Stores;
import watchbill.escalation.Roster;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;

/// Answers `/rotas/{id}`: some weeks of one rota.
public final class RotaPage implements Routes {
  private final Site site;

  public RotaPage(Site site) {
    this.site = site;
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/rotas/{id}", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Optional<Rota> rota = declared(request);
    if (rota.isEmpty()) {
      missing(response, visit);
      return;
    }
    String asked = request.query().first("month").orElse("");
    Optional<Stretch> stretch =
        asked.isEmpty()
            ? Optional.of(Stretch.from(visit.now(), rota.get().zone()))
            : Stretch.month(asked).map(m -> Stretch.of(m, rota.get().zone()));
    if (stretch.isEmpty()) {
      Refusals.refused(response, visit, new Reply.Refused(Stretch.wrongMonth(asked)));
      return;
    }
    Role role = role(request.query().first("role").orElse(""), rota.get());
    RotaView view =
        site.read(stores -> {
          var views = new RotaViews(visit, rota.get(), role, stretch.get());
          var holidays = Rosters.holidays(site.configuration().get(), stores, views.window());
          return views.of(roster(stores, views), holidays, Done.said(request));
        });
    Html.send(response, Status.OK_200, "rota", view);
  }

  private Roster roster(Stores stores, RotaViews views) {
    return Rosters.read(site.configuration().get(), stores, views.window());
  }

  private Optional<Rota> declared(ServerRequest request) {
    var id = new RotaId(request.path().pathParameters().get("id"));
    return Optional.ofNullable(site.configuration().get().rotas().get(id));
  }

  /// A role that the rota does not have is as none: the link was of yesterday's rota.
  private static Role role(String word, Rota rota) {
    return rota.roles().stream()
        .filter(r -> r.word().equals(word))
        .findFirst()
        .orElse(Role.PRIMARY);
  }

  static void missing(ServerResponse response, Visit visit) {
    Refusals.missing(
        response, visit, "There is no such rota", "All of them are listed under Rotas.");
  }
}
