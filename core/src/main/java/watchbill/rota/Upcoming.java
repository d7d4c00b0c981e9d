package watchbill.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import watchbill.catalog.PersonId;

/// Whose turn comes after an instant. What was looked up for one instant is kept for the next, so
/// that a walk looks at each turn to come once.
final class Upcoming {
  /// Somebody whose turn is further away than this does not follow the primary in any useful sense.
  private static final Duration WITHIN = Duration.ofDays(2 * 365);

  private final PlanCursor plan;
  private final Deque<Turn> known = new ArrayDeque<>();
  private Instant knownUntil;

  private record Turn(Instant from, List<PersonId> people) {}

  Upcoming(Rota rota, Instant start) {
    plan = new PlanCursor(rota, Role.PRIMARY);
    knownUntil = plan.at(start).until();
  }

  /// When the present turn ends.
  Instant presentUntil(Instant at) {
    forget(at);
    return known.isEmpty() ? knownUntil : known.getFirst().from();
  }

  /// Those of the first turn after `at` in which anybody follows.
  ///
  /// @param at never before the last one
  List<PersonId> firstAfter(Instant at, Predicate<PersonId> follows) {
    forget(at);
    for (Turn turn : known) {
      List<PersonId> people = turn.people().stream().filter(follows).toList();
      if (!people.isEmpty()) {
        return people;
      }
    }
    Instant horizon = at.plus(WITHIN);
    while (knownUntil.isBefore(horizon)) {
      List<PersonId> people = look().stream().filter(follows).toList();
      if (!people.isEmpty()) {
        return people;
      }
    }
    return List.of();
  }

  private List<PersonId> look() {
    PlanCursor.Planned planned = plan.at(knownUntil);
    List<PersonId> people = planned.watchers().stream().map(Watcher::person).toList();
    known.addLast(new Turn(knownUntil, people));
    knownUntil = planned.until();
    return people;
  }

  private void forget(Instant at) {
    while (Optional.ofNullable(known.peekFirst()).filter(t -> !t.from().isAfter(at)).isPresent()) {
      known.removeFirst();
    }
    while (!knownUntil.isAfter(at)) {
      knownUntil = plan.at(knownUntil).until();
    }
  }
}
