package watchbill.testkit.simulation.invariant;

import java.util.HashMap;
import java.util.Map;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I4 and I10: for one wake a person is told once by each method, but for what a crash, a pause or
/// a silent provider left in doubt; and a second message says that it may be one.
final class Once implements Invariant {
  private final Ground ground;
  private final Map<NotificationId, Sends> sends = new HashMap<>();

  Once(Ground ground) {
    this.ground = ground;
  }

  /// What became of one notification so far.
  private static final class Sends {
    private final int disturbedBefore;
    private long fence;
    private int rings;
    private int unanswered;

    Sends(int disturbedBefore) {
      this.disturbedBefore = disturbedBefore;
    }
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Handed(_, _, var handing) -> {
        Notification n = handing.notification();
        of(n).fence = Math.max(of(n).fence, n.fence());
      }
      case Happening.Tried(_, var notification, var outcome, var rang) ->
          tried(notification, outcome, rang);
      default -> {}
    }
  }

  private Sends of(Notification n) {
    int before = ground.weather().disturbances() - ground.weather().goingOn();
    return sends.computeIfAbsent(n.id(), _ -> new Sends(before));
  }

  private void tried(Notification n, Outcome outcome, boolean rang) {
    Sends sent = of(n);
    if (n.fence() < sent.fence) {
      ground.violated("I10", "who has lost its claim sends it all the same: " + n.id().value());
    }
    if (rang && sent.rings > 0 && !n.possibleDuplicate()) {
      ground.violated("I4", n.person() + " is told twice, and it is not said: " + n.id().value());
    }
    sent.rings += rang ? 1 : 0;
    int doubts = ground.weather().disturbances() - sent.disturbedBefore + sent.unanswered;
    if (sent.rings > 1 + doubts) {
      ground.violated("I4", n.person() + " is told " + sent.rings + " times: " + n.id().value());
    }
    sent.unanswered += outcome instanceof Outcome.NoAnswer ? 1 : 0;
  }
}
