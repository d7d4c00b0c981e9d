package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import watchbill.alert.PageId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.notification.About;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I6: once somebody has a page, nobody else is told of it, until they give it away.
final class Quiet implements Invariant {
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private final Ground ground;
  private final Map<PageId, Instant> quietSince = new HashMap<>();
  private final Map<Integer, Instant> lastThaw = new HashMap<>();

  Quiet(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Turned(_, _, Command.Acknowledge(var page, _, _), Reply.Paged _) ->
          quietSince.putIfAbsent(page, ground.now());
      case Happening.Turned(_, _, Command.Resolve(var page, _, _), Reply.Paged _) ->
          quietSince.putIfAbsent(page, ground.now());
      // From the moment it is asked: what is not answered may have been done.
      case Happening.Asked(_, Command command) -> mayEnd(command);
      case Happening.NodeThawed(var node) -> lastThaw.put(node, ground.now());
      case Happening.Handed(_, _, var handing) -> look(handing.page().id(), "handed over");
      case Happening.Tried(var node, var notification, _, _)
          when notification.about() instanceof About.OfPage(var page, _) -> {
        Instant thaw = lastThaw.getOrDefault(node, Instant.MIN);
        if (thaw.isBefore(ground.now().minus(TOLERANCE))) {
          look(page, "sent");
        }
      }
      default -> {}
    }
  }

  private void mayEnd(Command command) {
    switch (command) {
      case Command.HandOver(var page, _, _) -> quietSince.remove(page);
      case Command.Snooze(var page, _, _, _) -> quietSince.remove(page);
      case Command.EscalateNow(var page, _, _) -> quietSince.remove(page);
      case Command.Unacknowledge(var page, _, _) -> quietSince.remove(page);
      case Command.StandDown _ -> quietSince.clear();
      default -> {}
    }
  }

  private void look(PageId page, String what) {
    Instant since = quietSince.get(page);
    if (since != null && ground.now().isAfter(since.plus(TOLERANCE))) {
      ground.violated(
          "I6",
          "page "
              + page
              + " is in somebody's hands since "
              + since
              + ", and is "
              + what
              + " to another");
    }
  }
}
