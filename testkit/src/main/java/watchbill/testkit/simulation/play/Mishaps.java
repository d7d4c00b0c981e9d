package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import watchbill.testkit.simulation.plan.Chance;
import watchbill.testkit.simulation.plan.Fault;

/// Lets the planned faults happen.
final class Mishaps {
  private static final int PORT_CALLS = 60;
  private static final Duration DIES_ANYWAY = Duration.ofSeconds(30);
  private static final Duration RESTART = Duration.ofSeconds(2);
  private static final Duration NEXT_TURN = Duration.ofMillis(150);
  private static final int DRIFT_PER_MILLION = 150;

  private final Stage stage;
  private Duration away = RESTART;

  Mishaps(Stage stage) {
    this.stage = stage;
  }

  /// How long a node is away that dies now.
  Duration awayAfterCrash() {
    return away;
  }

  void strike(Fault fault) {
    stage.happens(new Happening.FaultBegan(fault));
    Node node = stage.nodes().get(fault.node() % stage.nodes().size());
    var chance = new Chance(fault.seed());
    switch (fault.kind()) {
      case CRASH -> crash(fault, node, chance);
      case EDIT -> edit(chance);
      case FREEZE -> {
        if (chance.happens(0.8)) {
          stage.nodes().forEach(n -> n.freezeSoon(end(fault)));
        } else {
          node.freeze(end(fault));
        }
        lasts(fault, List.of());
      }
      case CUT_OFF, ANSWERS_LOST -> {
        node.loops().deaf();
        lasts(fault, List.of(node));
        notices(List.of(node));
      }
      case STORE_DOWN, TICKER_HANGS -> {
        stage.nodes().forEach(n -> n.loops().deaf());
        lasts(fault, stage.nodes());
        notices(stage.nodes());
      }
      case COMMIT_UNKNOWN, SERIALIZATION -> {
        lasts(fault, stage.nodes());
        notices(stage.nodes());
      }
      case CLOCK_AHEAD -> putForward(fault, chance);
      case CLOCK_DRIFT -> drift(fault, node, chance);
      case NO_WAY_OUT,
          PROVIDER_DOWN,
          PROVIDER_SLOW,
          PROVIDER_BUSY,
          PROVIDER_SILENT,
          PROVIDER_LIES,
          PROVIDER_REFUSES ->
          lasts(fault, List.of());
    }
  }

  /// It ends after a while, at the latest with the span; then these nodes go on.
  private void lasts(Fault fault, List<Node> rouses) {
    stage.weather().begin(fault, stage.now());
    stage.at(
        end(fault),
        () -> {
          stage.weather().end(fault, stage.now());
          stage.happens(new Happening.FaultEnded(fault));
          rouses.forEach(n -> n.loops().rouse());
        });
  }

  /// Each loop meets the fault when it next has its turn.
  private void notices(List<Node> nodes) {
    nodes.forEach(n -> n.later(NEXT_TURN, n.loops()::look));
    nodes.forEach(n -> n.later(NEXT_TURN, n.loops()::inspect));
  }

  private Instant end(Fault fault) {
    Instant planned = stage.now().plus(fault.lasts());
    Instant last = stage.scenario().end();
    return planned.isAfter(last) ? last : planned;
  }

  private void crash(Fault fault, Node node, Chance chance) {
    away = fault.lasts();
    node.dieSoon(chance.below(PORT_CALLS));
    stage.in(
        DIES_ANYWAY,
        () -> {
          if (node.isAboutToDie()) {
            node.stop(fault.lasts(), "dies in between");
          }
        });
  }

  /// One node after the other starts with the new files.
  private void edit(Chance chance) {
    stage.edit(stage.house().edited(chance));
    for (int i = 0; i < stage.nodes().size(); i++) {
      Node node = stage.nodes().get(i);
      stage.in(Duration.ofSeconds(3L * i), () -> node.stop(RESTART, "restarts with new files"));
    }
  }

  private void putForward(Fault fault, Chance chance) {
    Duration by =
        chance.happens(0.5)
            ? Duration.ofSeconds(chance.between(1, 120))
            : chance.between(Duration.ofMinutes(2), Duration.ofDays(1));
    stage.nodes().forEach(n -> n.loops().deaf());
    stage.nodes().forEach(n -> n.clock().jump(by, stage.now()));
    stage.clocksPutForward(by);
    lasts(fault, stage.nodes());
    stage.nodes().forEach(n -> n.later(Duration.ofMillis(100), n.loops()::look));
  }

  /// When it is over the clock is put right, by some seconds at most.
  private void drift(Fault fault, Node node, Chance chance) {
    node.clock().drift(chance.between(-DRIFT_PER_MILLION, DRIFT_PER_MILLION), stage.now());
    lasts(fault, List.of());
    stage.in(
        fault.lasts(),
        () -> {
          node.clock().drift(0, stage.now());
          Duration wrong = Duration.between(node.clock().at(stage.now()), stage.worldTime());
          node.clock().jump(wrong, stage.now());
        });
  }
}
