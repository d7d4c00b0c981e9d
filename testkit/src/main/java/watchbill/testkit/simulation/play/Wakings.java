package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watchbill.testkit.Moments;
import watchbill.testkit.simulation.plan.Chance;

/// Which node's loops have something to do next, and when.
///
/// A node asks five times a second what is due. Between two moments at which anything falls due it
/// is told "nothing", which changes nothing: those turns are left out, and of several nodes that
/// would ask within the same fifth of a second only the one that comes first is played.
final class Wakings {
  private static final Duration EVERY = Duration.ofMillis(200);

  private final Stage stage;
  private final Chance chance;
  private boolean stale = true;
  private Instant handledUpTo = Instant.MIN;
  private @Nullable Waking next;

  Wakings(Stage stage) {
    this.stage = stage;
    this.chance = stage.chance().branch("wakings");
  }

  private record Waking(Instant at, Node node, Runnable deed) {}

  /// What is due, as the store has it.
  private record Due(Optional<Instant> tick, Optional<Instant> outbox) {}

  Optional<Instant> next() {
    return Optional.ofNullable(next).map(Waking::at);
  }

  void wake() {
    Waking waking = next;
    if (waking != null) {
      stale = true;
      next = null;
      waking.node().later(Duration.ZERO, waking.deed());
    }
  }

  /// Something may fall due earlier than was known.
  void afterTurn(Instant wall) {
    stale = true;
    if (wall.isBefore(handledUpTo)) {
      handledUpTo = wall;
    }
  }

  /// All that was due by what this node's clock shows has had its turn.
  void ticked(Node node) {
    handledUpTo = node.wall();
  }

  void plan() {
    if (!stale) {
      return;
    }
    stale = false;
    next = null;
    List<Node> able = stage.nodes().stream().filter(Node::canWork).toList();
    if (able.isEmpty()) {
      return; // Whoever can work again is roused.
    }
    Due due = due();
    for (Node node : able) {
      if (!node.hangs()) {
        due.tick().ifPresent(wall -> offer(node, wall, node.loops()::lookForWhatIsDue));
      }
      due.outbox().ifPresent(wall -> offer(node, wall, node.loops()::claim));
    }
  }

  private void offer(Node node, Instant wall, Runnable deed) {
    Instant due = node.clock().trueTimeOf(wall);
    Instant start = due.isBefore(stage.now()) ? stage.now() : due;
    Instant at = start.plus(chance.between(Duration.ZERO, EVERY));
    if (next == null || at.isBefore(next.at())) {
      next = new Waking(at, node, deed);
    }
  }

  private Due due() {
    Instant done = handledUpTo;
    return stage.read(stores ->
        new Due(
            Moments.ofTick(stores).filter(at -> !at.isBefore(done)).min(Comparator.naturalOrder()),
            stores.notifications().nextDue()));
  }
}
