package watchbill.testkit.simulation.invariant;

import java.util.HashSet;
import java.util.Set;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I2, of providers: what is kept as accepted was accepted. Else a person counts as told who is
/// not, and nobody tries again.
final class Taken implements Invariant {
  private final Ground ground;
  private final Set<NotificationId> accepted = new HashSet<>();

  Taken(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Tried(_, var notification, Outcome.Accepted _, _) ->
          accepted.add(notification.id());
      case Happening.Turned(_, _, Command.Settle(var id, _, Outcome.Accepted _, _), Reply.Done _)
          when !accepted.contains(id) ->
          ground.violated("I2", "no provider took what is kept as accepted: " + id.value());
      default -> {}
    }
  }
}
