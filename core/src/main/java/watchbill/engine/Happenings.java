package watchbill.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchbill.alert.PageId;
import watchbill.calendar.Leave;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.TeamId;
import watchbill.escalation.Page;
import watchbill.escalation.PageLife;
import watchbill.escalation.Roster;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;
import watchbill.rota.RotaVersion;
import watchbill.rota.Shift;
import watchbill.time.Span;
import watchbill.workload.CallOut;
import watchbill.workload.Stint;

/// What duty there was in a span and whom pages called, of everybody; and what duty is planned, as
/// far as the span reaches ahead.
///
/// @param stints of every rota that has a team, in every role
/// @param calls that are over
/// @param leaves that touch the span
public record Happenings(List<Stint> stints, List<CallOut> calls, List<Leave> leaves) {
  /// More is a month nobody could have lived through, and reading it would hold up pages.
  public static final int PAGES_MAX = 5_000;

  private static final int OF_A_PAGE_MAX = 2_000;

  public Happenings {
    stints = List.copyOf(stints);
    calls = List.copyOf(calls);
    leaves = List.copyOf(leaves);
  }

  /// Nothing when there are more than [#PAGES_MAX] pages in the span: what is left out would be
  /// taken never to have happened.
  public static Optional<Happenings> read(
      Configuration configuration, Stores stores, Span span, Instant now) {
    List<PageLife> pages = stores.pages().aliveWithin(span, PAGES_MAX + 1);
    if (pages.size() > PAGES_MAX) {
      return Optional.empty();
    }
    List<CallOut> calls = new ArrayList<>();
    for (PageLife page : pages) {
      calls.addAll(calls(configuration, stores, page, now));
    }
    List<Stint> stints = stints(Rosters.read(configuration, stores, span), span);
    return Optional.of(new Happenings(stints, calls, stores.leaves().touching(span)));
  }

  /// Who held what, with rotas that are no longer declared: what was done in them was done.
  static List<Stint> stints(Roster roster, Span span) {
    List<Stint> stints = new ArrayList<>();
    List<RotaHistory> histories = new ArrayList<>(roster.rotas().values());
    histories.sort(Comparator.comparing((RotaHistory h) -> h.id().handle()));
    for (RotaHistory history : histories) {
      for (Role role : roles(history)) {
        for (Shift shift : roster.shifts(history.id(), role, span)) {
          addAll(stints, shift, history);
        }
      }
    }
    return stints;
  }

  /// A rota that had no team when a shift began has the one it was given since.
  private static void addAll(List<Stint> stints, Shift shift, RotaHistory history) {
    history
        .at(shift.span().from())
        .flatMap(Rota::team)
        .or(() -> history.latest().flatMap(Rota::team))
        .ifPresent(team -> {
          RotaId rota = shift.rota();
          for (PersonId person : new LinkedHashSet<>(shift.people())) {
            stints.add(new Stint(person, team, rota, shift.role(), shift.span()));
          }
        });
  }

  private static Set<Role> roles(RotaHistory history) {
    Set<Role> roles = new LinkedHashSet<>();
    for (RotaVersion version : history.versions()) {
      roles.addAll(version.rota().roles());
    }
    return roles;
  }

  private static List<CallOut> calls(
      Configuration configuration, Stores stores, PageLife life, Instant now) {
    PageId page = life.page();
    Optional<TeamId> team = team(configuration, stores, life);
    if (team.isEmpty()) {
      return List.of();
    }
    return Callings.of(
        team.get(),
        page.value(),
        stores.notifications().of(page, OF_A_PAGE_MAX),
        stores.audit().about(page.value(), OF_A_PAGE_MAX),
        now);
  }

  /// Of a service that is no longer declared, the team that the page's policy tells.
  private static Optional<TeamId> team(Configuration configuration, Stores stores, PageLife life) {
    return configuration
        .catalog()
        .service(life.service())
        .map(Service::team)
        .or(() -> stores.pages().find(life.page()).flatMap(Happenings::teamOfPolicy));
  }

  private static Optional<TeamId> teamOfPolicy(Page page) {
    return page.snapshot().rotas().stream()
        .flatMap(rota -> rota.team().stream())
        .findFirst()
        .or(() -> page.snapshot().teams().stream().map(t -> t.id()).findFirst());
  }
}
