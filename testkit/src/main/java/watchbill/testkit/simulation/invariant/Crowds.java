package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.engine.Handing;
import watchbill.notification.Notification;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I5: in ten minutes three messages at most leave alone for a person, and the rest together, once
/// a minute by each method. What can wait counts against what can wait only.
///
/// It also says how long a message may have to wait because of that, which others must allow for.
final class Crowds implements Invariant {
  private static final int ALONE_MAX = 3;
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final Duration TOGETHER_EVERY = Duration.ofMinutes(1);

  /// Longer than anybody asks back.
  private static final Duration KEPT = Duration.ofHours(2);

  /// Clocks of nodes drift apart by so much at most.
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(4);

  private final Ground ground;
  private final Map<PersonId, List<Left>> left = new HashMap<>();

  Crowds(Ground ground) {
    this.ground = ground;
  }

  /// One message that left.
  private record Left(
      Instant at, Instant wall, ContactMethod method, Urgency urgency, boolean alone) {
    boolean isAsUrgentAs(Urgency other) {
      return urgency.compareTo(other) <= 0;
    }
  }

  @Override
  public void on(Happening happening) {
    if (happening instanceof Happening.Leaves(_, var wall, var handing)) {
      leaves(handing, wall);
    }
  }

  private void leaves(Handing handing, Instant wall) {
    Notification lead = handing.notification();
    boolean alone = handing instanceof Handing.OfPage;
    List<Left> lately = left.computeIfAbsent(lead.person(), _ -> new ArrayList<>());
    lately.removeIf(l -> l.at().isBefore(ground.now().minus(KEPT)));
    Stream<Left> asUrgent = lately.stream().filter(l -> l.isAsUrgentAs(lead.urgency()));
    if (alone) {
      Instant from = wall.minus(WITHIN).plus(CLOCKS_DIFFER);
      if (asUrgent.filter(l -> l.alone() && l.wall().isAfter(from)).count() >= ALONE_MAX) {
        tooMany(lead, "a message of its own, after " + ALONE_MAX + " within " + WITHIN);
      }
    } else {
      Instant from = wall.minus(TOGETHER_EVERY).plus(CLOCKS_DIFFER);
      if (asUrgent.anyMatch(l -> isTogether(l, lead.method()) && l.wall().isAfter(from))) {
        tooMany(lead, "a second message about several pages within " + TOGETHER_EVERY);
      }
    }
    lately.add(new Left(ground.now(), wall, lead.method(), lead.urgency(), alone));
  }

  private void tooMany(Notification lead, String what) {
    ground.violated("I5", lead.person() + " gets by " + lead.method().word() + " " + what);
  }

  private static boolean isTogether(Left one, ContactMethod method) {
    return !one.alone() && one.method() == method;
  }

  /// Until when a message may wait that fell due then; `due` itself where nothing holds it.
  Instant heldUntil(PersonId person, ContactMethod method, Urgency urgency, Instant due) {
    return held(
            left.getOrDefault(person, List.of()),
            l -> isTogether(l, method) && l.isAsUrgentAs(urgency),
            due)
        .orElse(due);
  }

  /// The same for whichever of several people and methods waits longest.
  Instant heldUntil(Collection<PersonId> people, Urgency urgency, Instant due) {
    return people.stream()
        .map(p -> left.getOrDefault(p, List.of()))
        .flatMap(all -> held(all, l -> !l.alone() && l.isAsUrgentAs(urgency), due).stream())
        .max(Comparator.naturalOrder())
        .orElse(due);
  }

  /// Only by what left before it fell due: whatever leaves later takes it along.
  private static Optional<Instant> held(List<Left> lately, Predicate<Left> which, Instant due) {
    return lately.stream()
        .filter(which)
        .map(Left::at)
        .filter(at -> !at.isAfter(due.plusSeconds(1)))
        .map(at -> at.plus(TOGETHER_EVERY))
        .filter(due::isBefore)
        .max(Comparator.naturalOrder());
  }
}
