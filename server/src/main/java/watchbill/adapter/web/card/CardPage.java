package watchbill.adapter.web.card;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Problem;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Refusals;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.catalog.Service;
import watchbill.catalog.TeamId;
import watchbill.engine.Configuration;
import watchbill.engine.Rosters;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.EscalationPolicy.Step;
import watchbill.escalation.Target;
import watchbill.kernel.Refusal;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.time.Span;
import watchbill.watch.WatchCards;

/// Answers `/card`, to be printed, and `/card.txt`.
public final class CardPage implements Routes {
  private static final String TEAM = "team";

  private final Site site;
  private final URI url;

  /// The pages of one node.
  ///
  /// @param url the address people reach this node by
  public CardPage(Site site, URI url) {
    this.site = site;
    this.url = url;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/card", Permission.SIGNED_IN, 0, this::show),
        new Route(Method.GET, "/card.txt", Permission.SIGNED_IN, 0, this::text));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Optional<TeamId> team = team(request);
    if (isUnknown(team)) {
      Refusals.missing(
          response, Visit.of(site, request), "There is no team " + team.get(), "See /card for all");
      return;
    }
    Html.send(response, Status.OK_200, "card", view(team));
  }

  private void text(ServerRequest request, ServerResponse response) {
    Optional<TeamId> team = team(request);
    if (isUnknown(team)) {
      var refusal = new Refusal("team.unknown", TEAM, team.get().handle(), "the handle of a team");
      Problem.of(Status.NOT_FOUND_404, refusal).send(response);
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.send(CardViews.text(view(team)));
  }

  private boolean isUnknown(Optional<TeamId> team) {
    return team.filter(t -> site.configuration().get().catalog().team(t).isEmpty()).isPresent();
  }

  private static Optional<TeamId> team(ServerRequest request) {
    return request.query().first(TEAM).asOptional().filter(t -> !t.isEmpty()).map(TeamId::new);
  }

  private CardView view(Optional<TeamId> team) {
    Configuration configuration = site.configuration().get();
    Instant now = site.time().now();
    var span = new Span(now, now.plus(WatchCards.AHEAD));
    Map<Service, EscalationPolicy> policies = policies(configuration, team);
    var card =
        WatchCards.of(
            site.read(stores -> Rosters.read(configuration, stores, span)),
            rotas(configuration, team, policies),
            policies,
            configuration.keepers().orWhoLeads(configuration.catalog()),
            span);
    String title = team.map(t -> "Watch card of team " + t).orElse("Watch card");
    return CardViews.of(card, title, url, now);
  }

  private static Map<Service, EscalationPolicy> policies(
      Configuration configuration, Optional<TeamId> team) {
    Map<Service, EscalationPolicy> policies = new LinkedHashMap<>();
    for (Service service : configuration.catalog().services()) {
      if (team.isEmpty() || team.get().equals(service.team())) {
        policies.put(service, configuration.snapshotFor(service).policy());
      }
    }
    return policies;
  }

  /// The team's own, and those its policies name.
  private static List<Rota> rotas(
      Configuration configuration, Optional<TeamId> team, Map<Service, EscalationPolicy> policies) {
    Set<RotaId> named =
        policies.values().stream()
            .flatMap(p -> p.steps().stream())
            .map(Step::targets)
            .flatMap(List::stream)
            .<RotaId>mapMulti((target, found) -> {
              if (target instanceof Target.ToRota(var rota, _)) {
                found.accept(rota);
              }
            })
            .collect(Collectors.toSet());
    return configuration.rotas().values().stream()
        .filter(r -> team.isEmpty() || r.team().equals(team) || named.contains(r.id()))
        .toList();
  }
}
