package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import watchbill.alert.EventId;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.engine.Engine;
import watchbill.engine.Reply;
import watchbill.engine.StoreFault;
import watchbill.testkit.simulation.plan.Chance;
import watchbill.testkit.simulation.plan.FaultKind;
import watchbill.testkit.simulation.plan.House;

/// One process: its clock, its engine, its front door. It dies, freezes and starts again.
final class Node {
  private static final Duration RETRY_LATER = Duration.ofSeconds(5);
  private static final Duration ADOPTS_AGAIN = Duration.ofSeconds(1);

  private final int number;
  private final Stage stage;
  private final Chance chance;
  private final NodeClock clock;
  private final Loops loops;
  private final List<Waiting> queue = new ArrayList<>();
  private @Nullable StorePort port;
  private @Nullable Engine engine;
  private @Nullable Instant frozenUntil;
  private @Nullable Instant freezesUntil;
  private int life;
  private boolean up;

  Node(int number, Stage stage) {
    this.number = number;
    this.stage = stage;
    this.chance = stage.chance().branch("node " + number);
    this.clock = new NodeClock(stage.now());
    this.loops = new Loops(this, stage);
  }

  private record Waiting(Command command, Consumer<Reply> answer) {}

  int number() {
    return number;
  }

  NodeClock clock() {
    return clock;
  }

  Loops loops() {
    return loops;
  }

  Chance chance() {
    return chance;
  }

  Instant wall() {
    return clock.at(stage.now());
  }

  boolean isUp() {
    return up;
  }

  boolean canWork() {
    return up && frozenUntil == null && !stage.weather().storeIsAway(number);
  }

  /// The process begins, with nothing in memory, and reads the files.
  void start(House house) {
    life++;
    up = true;
    frozenUntil = null;
    House told = stage.defect().house(house);
    Configuration configuration = told.configuration();
    port =
        new StorePort(
            stage.openStore(),
            stage.weather(),
            chance.branch("store " + life),
            number,
            stores -> stage.defect().stores(stores, now()));
    engine =
        new Engine(
            port,
            () -> configuration,
            new NodeIds(number, life),
            pattern -> Optional.of(Pattern.compile(pattern).asMatchPredicate()),
            loops::outboxWakes);
    loops.begin();
    stage.happens(new Happening.NodeStarted(number, house));
    run(
        life,
        () -> {
          submit(new Command.Resume());
          adopt(List.of(new Command.AdoptRotas("configuration"), new Command.AdoptRestraints()));
          loops.rouse();
        });
  }

  /// Says each part of the configuration until it is heard, in order, as the server does.
  private void adopt(List<Command> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (submit(parts.get(i)) instanceof Reply.TryLater) {
        List<Command> unheard = parts.subList(i, parts.size());
        later(ADOPTS_AGAIN, () -> adopt(unheard));
        return;
      }
    }
  }

  /// The process ends, and starts again after a while.
  void stop(Duration away, String why) {
    if (!up) {
      return;
    }
    up = false;
    life++;
    frozenUntil = null;
    queue.clear();
    stage.weather().worsen(FaultKind.CRASH, stage.now());
    stage.happens(new Happening.NodeStopped(number, why));
    stage.in(
        away,
        () -> {
          stage.weather().improve(FaultKind.CRASH, stage.now());
          start(stage.house());
        });
  }

  void freeze(Instant until) {
    if (!up || frozenUntil != null) {
      return;
    }
    int ofLife = life;
    frozenUntil = until;
    loops.deaf();
    stage.at(
        until,
        () -> {
          if (ofLife == life) {
            frozenUntil = null;
            stage.happens(new Happening.NodeThawed(number));
            loops.rouse();
          }
        });
  }

  /// Stands still as soon as it has something in its hands, if no other does before.
  void freezeSoon(Instant until) {
    freezesUntil = until;
  }

  /// A place between two turns where it may stand still.
  void mayFreezeHere() {
    Instant until = freezesUntil;
    if (until != null && until.isAfter(stage.now())) {
      stage.nodes().forEach(n -> n.freezesUntil = null);
      freeze(until);
    }
  }

  /// Dies at one of the next calls of a port; in between, if none comes.
  void dieSoon(int calls) {
    if (port != null && up) {
      port.dieAfter(calls);
    }
  }

  boolean isAboutToDie() {
    return up && port != null && port.isAboutToDie();
  }

  /// Does it later, if it still lives then; if it stands still then, as soon as it goes on.
  void later(Duration delay, Runnable deed) {
    int ofLife = life;
    stage.in(delay, () -> run(ofLife, deed));
  }

  private void run(int ofLife, Runnable deed) {
    if (!up || ofLife != life) {
      return;
    }
    Instant thaw = frozenUntil;
    if (thaw != null) {
      stage.at(thaw, () -> run(ofLife, deed));
      return;
    }
    try {
      deed.run();
    } catch (NodeDied e) {
      stop(stage.awayAfterCrash(), "dies " + e.getMessage());
    }
  }

  /// A place outside the store where it may die.
  void point(String where) {
    if (port != null) {
      port.point(where);
    }
  }

  /// A turn of its own, for the node's own loops.
  Reply submit(Command command) {
    return submit(List.of(command)).getFirst();
  }

  /// A request came in; it is answered after the commit that holds it, if the node lives to say so.
  void serve(Command command, Consumer<Reply> answer) {
    if (!up) {
      return;
    }
    queue.add(new Waiting(command, answer));
    if (queue.size() == 1) {
      later(chance.between(Duration.ZERO, Duration.ofMillis(4)), this::commitQueue);
    }
  }

  private void commitQueue() {
    List<Waiting> batch = List.copyOf(queue);
    queue.clear();
    if (batch.isEmpty()) {
      return;
    }
    List<Reply> replies = submit(batch.stream().map(Waiting::command).toList());
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().accept(replies.get(i));
    }
  }

  private List<Reply> submit(List<Command> commands) {
    Instant now = now();
    List<Reply> replies;
    try {
      replies = runEngine(commands, now);
    } catch (StoreFault e) {
      Reply later = new Reply.TryLater(false, RETRY_LATER, "the store can't be written");
      replies = commands.stream().map(c -> promised(c).orElse(later)).toList();
    } catch (NodeDied e) {
      throw e;
    } catch (RuntimeException e) {
      return onFailure(commands, e);
    }
    stage.afterTurn(now);
    for (int i = 0; i < commands.size(); i++) {
      stage.happens(new Happening.Turned(number, now, commands.get(i), replies.get(i)));
    }
    return replies;
  }

  private List<Reply> runEngine(List<Command> commands, Instant now) {
    if (engine == null) {
      throw new IllegalStateException("a node starts before it works");
    }
    return engine.run(commands, now);
  }

  /// One of them breaks the engine. Alone, each of the others still gets its turn.
  private List<Reply> onFailure(List<Command> commands, RuntimeException e) {
    if (commands.size() == 1) {
      stage.violated("engine", "the engine failed on " + commands.getFirst() + ": " + e);
      return List.of(new Reply.TryLater(false, RETRY_LATER, "a bug"));
    }
    return commands.stream().map(this::submit).toList();
  }

  /// A flawed node has said yes before it knew.
  private Optional<Reply> promised(Command command) {
    return command instanceof Command.Receive
            && stage.defect().has(Defect.Flaw.ANSWERS_BEFORE_THE_COMMIT)
        ? Optional.of(new Reply.Received(new EventId("never kept"), List.of()))
        : Optional.empty();
  }

  private Instant now() {
    return stage.defect().has(Defect.Flaw.READS_LOCAL_TIME) ? stage.localTime(wall()) : wall();
  }

  boolean hangs() {
    return stage.weather().is(FaultKind.TICKER_HANGS);
  }
}
