package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.noise.Disturbance;
import watchbill.noise.WeeklyReports;
import watchbill.rota.Rota;
import watchbill.time.Span;
import watchbill.watch.Occasion;

/// Gives the weekly report of noise, once a team and week.
///
/// Whether a team had its report is asked of the audit, so that neither a restart nor a new manager
/// makes two, and a week in which nothing paged is looked at once. A node that was away at the hour
/// gives the report when it is back.
final class NoiseReporting {
  private final Turn turn;
  private final Asking asking;
  private final Map<Span, Optional<List<Disturbance>>> read = new HashMap<>();

  NoiseReporting(Turn turn, Asking asking) {
    this.turn = turn;
    this.asking = asking;
  }

  void report() {
    turn.configuration().catalog().teams().forEach(this::report);
  }

  private void report(Team team) {
    ZoneId zone = zone(team);
    Span week = WeeklyReports.week(turn.now(), zone);
    String key = WeeklyReports.key(team.id(), week, zone);
    if (!turn.stores().audit().about(key, 1).isEmpty()) {
      return;
    }
    Optional<List<Disturbance>> known = pages(week);
    if (known.isEmpty()) {
      tell(key, "No report of noise for " + team.id(), "more than " + NoiseOf.PAGES_MAX + " pages");
      return;
    }
    Set<ServiceId> services = servicesOf(team);
    List<Disturbance> pages =
        known.get().stream().filter(d -> services.contains(d.service())).toList();
    List<Occasion> reports = new ArrayList<>();
    for (PersonId reader : readers(team)) {
      WeeklyReports.of(reader, team.id(), week, key, pages).ifPresent(reports::add);
    }
    if (reports.isEmpty()) {
      tell(key, "No report of noise for " + team.id(), "nothing paged in the week");
      return;
    }
    reports.forEach(asking::tell);
    tell(key, "Reported the noise of " + team.id(), reports.getFirst().headline());
  }

  /// The week and the weeks before it, read once for all teams of a zone.
  private Optional<List<Disturbance>> pages(Span week) {
    var span = new Span(week.until().minus(WeeklyReports.LOOKS_BACK), week.until());
    return read.computeIfAbsent(
        span, s -> NoiseOf.pages(turn.configuration(), turn.stores(), s, _ -> true));
  }

  private Set<ServiceId> servicesOf(Team team) {
    return Set.copyOf(
        turn.configuration().catalog().services().stream()
            .filter(s -> s.team().equals(team.id()))
            .map(Service::id)
            .toList());
  }

  /// The manager, or where there is none the whole team.
  private static List<PersonId> readers(Team team) {
    return team.manager().map(List::of).orElse(team.people());
  }

  private ZoneId zone(Team team) {
    return team.manager()
        .flatMap(turn.configuration().catalog()::person)
        .map(Person::zone)
        .or(() -> zoneOfRota(team))
        .orElse(ZoneOffset.UTC);
  }

  private Optional<ZoneId> zoneOfRota(Team team) {
    return turn.configuration().rotas().values().stream()
        .filter(r -> r.team().filter(team.id()::equals).isPresent())
        .sorted(Comparator.comparing((Rota r) -> r.id().handle()))
        .map(Rota::zone)
        .findFirst();
  }

  private void tell(String key, String said, String because) {
    turn.tell(WATCHBILL, "noise.reported", key, said, because);
  }
}
