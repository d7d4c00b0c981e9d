package watchbill.rota;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Piece;
import watchbill.rota.turn.Seat;

/// Finds who is lieutenant, given who acts as primary.
final class Lieutenancy {
  private final Deviations deviations;
  private final Away away;
  private final Overriding overriding;
  private @Nullable Rota rota;
  private @Nullable PlanCursor layers;
  private @Nullable Upcoming upcoming;

  Lieutenancy(RotaId id, Deviations deviations, Away away) {
    this.deviations = deviations;
    this.away = away;
    this.overriding = new Overriding(deviations.overrides(), id, Role.LIEUTENANT);
  }

  /// @param gap why there is none, where there is none
  /// @param until when to ask again, overrides and absences aside
  record Found(List<Watcher> watchers, Gap gap, Instant until) {}

  /// @param acting who is primary, whether or not they can
  /// @param at never before the last one
  Found find(Rota now, List<PersonId> acting, Instant at) {
    Found planned = planned(now, acting, at);
    List<Watcher> watchers = overriding.apply(planned.watchers, at);
    List<Absence> absences = away.among(watchers, at);
    if (absences.isEmpty()) {
      return new Found(watchers, planned.gap, planned.until);
    }
    List<Watcher> present = watchers.stream().filter(w -> !away.isAway(w.person(), at)).toList();
    return new Found(present, new Gap.AllAway(absences), planned.until);
  }

  private Found planned(Rota now, List<PersonId> acting, Instant at) {
    if (layers == null || upcoming == null || !now.equals(rota)) {
      rota = now;
      layers = new PlanCursor(now, Role.LIEUTENANT);
      upcoming = new Upcoming(now, at);
    }
    if (layers.hasLayers()) {
      PlanCursor.Planned planned = layers.at(at);
      return new Found(planned.watchers(), new Gap.Vacant(planned.vacancy()), planned.until());
    }
    return switch (now.lieutenant()) {
      case Lieutenant.None _ -> new Found(List.of(), new Gap.NoLieutenant(), Piece.NEVER);
      case Lieutenant.Named(var person) -> as(List.of(person), Piece.NEVER);
      case Lieutenant.OfRota(var other) -> ofRota(other, acting, at);
      case Lieutenant.Next _ -> next(now, upcoming, acting, at);
    };
  }

  /// By turn and override there, and not by that rota's own lieutenant: two rotas may each be the
  /// other's lieutenant.
  private Found ofRota(RotaId id, List<PersonId> acting, Instant at) {
    RotaHistory other = deviations.rota(id).orElse(null);
    Rota there = other == null ? null : other.at(at).orElse(null);
    if (other == null || there == null) {
      return new Found(List.of(), new Gap.UnknownRota(), Piece.NEVER);
    }
    PlanCursor.Planned planned = new PlanCursor(there, Role.PRIMARY).at(at);
    List<PersonId> people =
        new Overriding(deviations.overrides(), id, Role.PRIMARY)
            .apply(planned.watchers(), at).stream()
                .map(Watcher::person)
                .filter(person -> !acting.contains(person))
                .toList();
    Instant edit = other.nextAfter(at);
    return as(people, edit.isBefore(planned.until()) ? edit : planned.until());
  }

  /// Follows the turns after `at` until somebody comes up who is not acting and can.
  private Found next(Rota now, Upcoming turns, List<PersonId> acting, Instant at) {
    Instant until = turns.presentUntil(at);
    List<PersonId> people =
        hasSomebodyBeside(now, acting, at)
            ? turns.firstAfter(at, person -> follows(person, acting, at))
            : List.of();
    return as(people, until);
  }

  private boolean follows(PersonId person, List<PersonId> acting, Instant at) {
    return !acting.contains(person) && !away.isAway(person, at);
  }

  private boolean hasSomebodyBeside(Rota now, List<PersonId> acting, Instant at) {
    for (Layer layer : now.layers()) {
      for (Seat seat : layer.turns().seats()) {
        for (PersonId person : seat.people()) {
          if (layer.role().equals(Role.PRIMARY) && follows(person, acting, at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Found as(List<PersonId> people, Instant until) {
    Stream<Watcher> watchers =
        people.stream().map(p -> new Watcher(p, new Watcher.Because.AsLieutenant()));
    return new Found(Overriding.distinct(watchers), new Gap.NobodyElse(), until);
  }
}
