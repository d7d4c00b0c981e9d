package watchbill.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import watchbill.catalog.Catalog;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.rota.Deviations;
import watchbill.rota.Gap;
import watchbill.rota.OnDuty;
import watchbill.rota.Role;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;
import watchbill.rota.Rotas;
import watchbill.rota.Shift;
import watchbill.time.Span;

/// Who can be woken at one instant: the configuration as it is, and behind it what a page's
/// snapshot kept of those who have been deleted since.
///
/// @param deviations in force, or soon to be
public record Roster(
    Catalog catalog,
    Map<RotaId, RotaHistory> rotas,
    Deviations deviations,
    Optional<PolicySnapshot> snapshot) {

  public Optional<Person> person(PersonId id) {
    return catalog
        .person(id)
        .or(() -> fromSnapshot(s -> first(s.people(), p -> p.id().equals(id))));
  }

  public Optional<Team> team(TeamId id) {
    return catalog.team(id).or(() -> fromSnapshot(s -> first(s.teams(), t -> t.id().equals(id))));
  }

  public OnDuty onDuty(RotaId id, Role role, Instant at) {
    return rota(id)
        .map(rota -> Rotas.onDuty(rota, deviations, role, at))
        .orElseGet(() -> new OnDuty.Nobody(id, role, new Gap.UnknownRota(), Optional.empty()));
  }

  /// Who holds the role through the window; nothing at all when there is no such rota.
  public List<Shift> shifts(RotaId id, Role role, Span window) {
    return rota(id).map(rota -> Rotas.shifts(rota, deviations, role, window)).orElse(List.of());
  }

  /// The rota through its edits. Of one that is no longer declared, a page keeps what it knew.
  public Optional<RotaHistory> rota(RotaId id) {
    return Optional.ofNullable(rotas.get(id))
        .filter(history -> snapshot.isEmpty() || !history.isEnded())
        .or(() ->
            fromSnapshot(s -> first(s.rotas(), r -> r.id().equals(id))).map(RotaHistory::always));
  }

  public Roster with(PolicySnapshot kept) {
    return new Roster(catalog, rotas, deviations, Optional.of(kept));
  }

  private <T> Optional<T> fromSnapshot(Function<PolicySnapshot, Optional<T>> find) {
    return snapshot.flatMap(find);
  }

  private static <T> Optional<T> first(List<T> among, Predicate<T> is) {
    return among.stream().filter(is).findFirst();
  }
}
