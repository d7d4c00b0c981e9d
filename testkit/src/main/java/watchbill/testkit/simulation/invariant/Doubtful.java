package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.testkit.simulation.play.Happening;

/// Which messages a provider did not take at once, or nobody knows whether it did: a method of
/// which there are several is not waited for.
final class Doubtful implements Invariant {
  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int SEVERAL = 3;

  private final Deque<Notification> handed = new ArrayDeque<>();
  private final Set<NotificationId> taken = new HashSet<>();
  private final Set<NotificationId> failed = new HashSet<>();

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Handed(_, var wall, var handing) -> {
        while (!handed.isEmpty() && isOld(handed.getFirst(), wall)) {
          NotificationId old = handed.removeFirst().id();
          taken.remove(old);
          failed.remove(old);
        }
        handed.addLast(handing.notification());
      }
      case Happening.Turned(_, _, Command.Settle settle, Reply.Done _) ->
          (settle.outcome() instanceof Outcome.Accepted ? taken : failed)
              .add(settle.notification());
      default -> {}
    }
  }

  /// Whether some method may have been taken for degraded at this instant or later.
  boolean severalSince(Instant at) {
    for (ContactMethod method : ContactMethod.values()) {
      long doubtful =
          handed.stream()
              .filter(n -> n.method() == method && n.createdAt().isAfter(at.minus(WITHIN)))
              .filter(n -> failed.contains(n.id()) || !taken.contains(n.id()))
              .map(Notification::id)
              .distinct()
              .count();
      if (doubtful >= SEVERAL) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOld(Notification one, Instant wall) {
    return one.createdAt().isBefore(wall.minus(Duration.ofDays(2)));
  }
}
