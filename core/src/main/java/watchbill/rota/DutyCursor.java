package watchbill.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import watchbill.catalog.PersonId;
import watchbill.rota.turn.Piece;
import watchbill.rota.turn.Vacancy;

/// Walks through who is on duty in one role of one rota, forward only: what the layers say, over it
/// the overrides, and in the place of who can't the lieutenant.
final class DutyCursor {
  private final RotaHistory history;
  private final Role role;
  private final Overriding overriding;
  private final Away away;
  private final Lieutenancy lieutenancy;
  private final Instant[] changes;
  private final @Nullable DutyCursor primaries;
  private @Nullable Rota rota;
  private @Nullable PlanCursor plan;
  private int nextChange;

  DutyCursor(RotaHistory history, Deviations deviations, Role role) {
    this.history = history;
    this.role = role;
    this.overriding = new Overriding(deviations.overrides(), history.id(), role);
    this.away = new Away(deviations.absences());
    this.lieutenancy = new Lieutenancy(history.id(), deviations, away);
    this.changes = changes(history, deviations);
    this.primaries =
        role.equals(Role.LIEUTENANT) ? new DutyCursor(history, deviations, Role.PRIMARY) : null;
  }

  /// @param gap why nobody is, where nobody is
  /// @param until when to ask again
  record Moment(List<Watcher> watchers, Gap gap, Instant until) {
    boolean samePeople(Moment other) {
      return people().equals(other.people());
    }

    private Set<PersonId> people() {
      return watchers.stream().map(Watcher::person).collect(Collectors.toSet());
    }
  }

  /// @param at never before the last one
  Moment at(Instant at) {
    Instant limit = earlier(history.nextAfter(at), changeAfter(at));
    Optional<Rota> current = history.at(at);
    if (current.isEmpty()) {
      return new Moment(List.of(), new Gap.Vacant(Vacancy.NOT_BEGUN), limit);
    }
    Moment moment =
        primaries == null ? byTurn(current.get(), at) : ofLieutenant(primaries, current.get(), at);
    return new Moment(moment.watchers, moment.gap, earlier(moment.until, limit));
  }

  private Moment byTurn(Rota now, Instant at) {
    if (plan == null || !Objects.equals(rota, now)) {
      rota = now;
      plan = new PlanCursor(now, role);
    }
    PlanCursor.Planned planned = plan.at(at);
    List<Watcher> watchers = overriding.apply(planned.watchers(), at);
    Gap gap = planned.watchers().isEmpty() ? new Gap.Vacant(planned.vacancy()) : new Gap.TakenOff();
    var moment = new Moment(watchers, gap, planned.until());
    List<Absence> absences = away.among(watchers, at);
    return absences.isEmpty() ? moment : without(absences, moment, now, at);
  }

  /// In the place of a primary who can't, the lieutenant; of anybody else, nobody.
  private Moment without(List<Absence> absences, Moment moment, Rota now, Instant at) {
    List<Watcher> present =
        moment.watchers.stream().filter(w -> !away.isAway(w.person(), at)).toList();
    var gap = new Gap.AllAway(absences);
    if (!role.equals(Role.PRIMARY)) {
      return new Moment(present, gap, moment.until);
    }
    List<PersonId> acting = moment.watchers.stream().map(Watcher::person).toList();
    Lieutenancy.Found found = lieutenancy.find(now, acting, at);
    Absence first = absences.getFirst();
    var because = new Watcher.Because.StandingIn(first.person(), first.why());
    Stream<Watcher> standIns = found.watchers().stream().map(w -> new Watcher(w.person(), because));
    List<Watcher> watchers = Overriding.distinct(Stream.concat(present.stream(), standIns));
    return new Moment(watchers, gap, earlier(moment.until, found.until()));
  }

  private Moment ofLieutenant(DutyCursor primaryCursor, Rota now, Instant at) {
    Moment primary = primaryCursor.at(at);
    List<PersonId> acting = primary.watchers.stream().map(Watcher::person).toList();
    Lieutenancy.Found found = lieutenancy.find(now, acting, at);
    return new Moment(found.watchers(), found.gap(), earlier(primary.until, found.until()));
  }

  /// The next begin or end of an override or absence.
  private Instant changeAfter(Instant at) {
    while (nextChange < changes.length && !changes[nextChange].isAfter(at)) {
      nextChange++;
    }
    return nextChange < changes.length ? changes[nextChange] : Piece.NEVER;
  }

  private static Instant[] changes(RotaHistory history, Deviations deviations) {
    List<Instant> found = new ArrayList<>();
    for (RotaOverride override : deviations.overrides()) {
      if (override.rota().equals(history.id()) || !deviations.rotas().isEmpty()) {
        Overriding.changes(override).forEach(found::add);
      }
    }
    for (Absence absence : deviations.absences()) {
      found.add(absence.span().from());
      found.add(absence.span().until());
    }
    Instant[] sorted = found.toArray(Instant[]::new);
    Arrays.sort(sorted);
    return sorted;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
