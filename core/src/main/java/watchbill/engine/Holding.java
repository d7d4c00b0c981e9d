package watchbill.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Recipient;
import watchbill.escalation.Recipients;
import watchbill.escalation.Roster;
import watchbill.escalation.Target;
import watchbill.notification.Notifications;
import watchbill.route.Hours;

/// Until when a page that can wait is held: the first instant at which it may tell somebody.
final class Holding {
  /// Responders take turns; nobody's hours were found open in so many steps.
  private static final int STEPS_MAX = 500;

  private final Turn turn;
  private final HolidayBook holidays;

  Holding(Turn turn) {
    this.turn = turn;
    this.holidays = new HolidayBook(turn.stores(), turn.now());
  }

  /// The rest a page needs that would begin at `start`; empty when it may.
  Optional<Escalation.Resting> from(
      ServiceId service, Urgency urgency, PolicySnapshot snapshot, Instant start) {
    if (urgency == Urgency.NOW) {
      return Optional.empty();
    }
    return turn.configuration()
        .catalog()
        .service(service)
        .flatMap(turn.configuration().routing()::hours)
        .flatMap(hours ->
            first(hours, urgency, snapshot, start)
                .filter(first -> first.isAfter(start))
                .map(first -> held(hours, first)));
  }

  private Escalation.Resting held(Hours hours, Instant until) {
    return new Escalation.Resting(Escalation.Resting.Why.HELD, hours.of(), turn.now(), until);
  }

  private Optional<Instant> first(
      Hours hours, Urgency urgency, PolicySnapshot snapshot, Instant start) {
    return hours.respondersOwn()
        ? firstOfResponders(hours, urgency, snapshot, start)
        : firstAt(hours, start);
  }

  private Optional<Instant> firstAt(Hours hours, Instant start) {
    return hours.firstFrom(start, holidays.of(hours.region()));
  }

  /// From one change to the next: until the hours of whoever would be woken then are open.
  private Optional<Instant> firstOfResponders(
      Hours hours, Urgency urgency, PolicySnapshot snapshot, Instant start) {
    List<Target> targets = snapshot.policy().steps().getFirst().targets();
    Roster roster = turn.roster().with(snapshot);
    Instant at = start;
    for (int step = 0; step < STEPS_MAX; step++) {
      List<Recipient> people =
          Recipients.find(targets, roster, p -> Notifications.reachable(p, urgency), at).people();
      if (people.isEmpty()) {
        return firstAt(hours, at); // Nobody's own hours: then those of the team.
      }
      Optional<Instant> next = next(hours, people, targets, roster, at);
      if (next.isEmpty() || next.get().equals(at)) {
        return next;
      }
      at = next.get();
    }
    return firstAt(hours, start);
  }

  /// When the hours of one of these people open, or others take their place, whichever is first;
  /// `at` when hours are open.
  private Optional<Instant> next(
      Hours hours, List<Recipient> people, List<Target> targets, Roster roster, Instant at) {
    List<Instant> moments = new ArrayList<>();
    for (Recipient recipient : people) {
      Person person = recipient.person();
      Hours own = hours.at(person.zone(), person.region());
      firstAt(own, at).ifPresent(moments::add);
    }
    if (moments.contains(at)) {
      return Optional.of(at);
    }
    for (Target target : targets) {
      if (target instanceof Target.ToRota(var rota, var role)) {
        roster.onDuty(rota, role, at).until().filter(at::isBefore).ifPresent(moments::add);
      }
    }
    return moments.stream().min(Comparator.naturalOrder());
  }
}
