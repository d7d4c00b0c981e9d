package watchbill.adapter.web.rota;

import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.adapter.http.Permission;
import watchbill.adapter.http.Route;
import watchbill.adapter.http.Routes;
import watchbill.adapter.web.Frame;
import watchbill.adapter.web.Html;
import watchbill.adapter.web.Mark;
import watchbill.adapter.web.Names;
import watchbill.adapter.web.Site;
import watchbill.adapter.web.Visit;
import watchbill.engine.Configuration;
import watchbill.engine.Rosters;
import watchbill.escalation.Roster;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.Shift;
import watchbill.time.Span;

/// Answers `/rotas`: every rota, who is on duty, and where nobody will be.
public final class RotaList implements Routes {
  /// How far ahead a gap is looked for.
  private static final Duration AHEAD = Duration.ofDays(35);

  private final Site site;

  public RotaList(Site site) {
    this.site = site;
  }

  /// All that is shown.
  public record View(Frame frame, String headline, String subline, List<Row> rows, String asOf) {}

  /// One rota.
  ///
  /// @param mark set when nobody is on duty
  /// @param duty who is, until when; or why nobody is
  /// @param gap the next one, or that there is none
  /// @param gapAhead whether there is one
  public record Row(
      String address, String name, List<Mark> mark, String duty, String gap, boolean gapAhead) {}

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/rotas", Permission.SIGNED_IN, 0, this::show));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Visit visit = Visit.of(site, request);
    Configuration configuration = site.configuration().get();
    var window = new Span(visit.now(), visit.now().plus(AHEAD));
    Roster roster = site.read(stores -> Rosters.read(configuration, stores, window));
    List<Row> rows =
        configuration.rotas().values().stream()
            .sorted(Comparator.comparing(r -> r.id().handle()))
            .map(r -> row(r, roster, visit, window))
            .toList();
    String subline = "The next " + AHEAD.toDays() / 7 + " weeks, each on its own wall clock";
    var view = new View(visit.frame("Rotas"), headline(rows), subline, rows, visit.clock().asOf());
    Html.send(response, Status.OK_200, "rotas", view);
  }

  private static String headline(List<Row> rows) {
    long with = rows.stream().filter(Row::gapAhead).count();
    if (rows.isEmpty()) {
      return "There is no rota yet";
    }
    if (with == 0) {
      return "Somebody is on duty in every rota";
    }
    return with == 1 ? "One rota has a gap ahead" : with + " rotas have gaps ahead";
  }

  private static Row row(Rota rota, Roster roster, Visit visit, Span window) {
    var words = new RotaWords(new Names(roster), new Days(rota.zone()));
    Optional<Shift> gap =
        roster.shifts(rota.id(), Role.PRIMARY, window).stream()
            .filter(s -> s.gap().filter(g -> !words.isPlanned(g)).isPresent())
            .findFirst();
    OnDuty duty = roster.onDuty(rota.id(), Role.PRIMARY, visit.now());
    return new Row(
        RotaViews.address(rota.id()),
        Names.title(rota.id().handle()),
        duty instanceof OnDuty.Nobody ? List.of(Mark.NOBODY) : List.of(),
        duty(duty, words),
        gap.map(g -> gap(g.span(), words.days(), visit.now())).orElse("no gap"),
        gap.isPresent());
  }

  private static String gap(Span gap, Days days, Instant now) {
    return gap.from().isAfter(now)
        ? "gap from " + days.moment(gap.from())
        : "gap until " + days.moment(gap.until());
  }

  private static String duty(OnDuty duty, RotaWords words) {
    String until = duty.until().map(u -> " until " + words.days().moment(u)).orElse("");
    return switch (duty) {
      case OnDuty.Somebody s -> words.people(s.people()) + until;
      case OnDuty.Nobody n -> words.inShort(n.gap()) + until;
    };
  }
}
