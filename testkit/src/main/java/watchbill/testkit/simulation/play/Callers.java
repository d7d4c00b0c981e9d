package watchbill.testkit.simulation.play;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.simulation.plan.Chance;

/// Everybody who asks a node for something over a network that takes its time.
final class Callers {
  /// A caller gives up after this long, whatever the node still does.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration NEAR = Duration.ofMillis(1);
  private static final Duration FAR = Duration.ofMillis(120);

  private final Stage stage;

  Callers(Stage stage) {
    this.stage = stage;
  }

  /// Waits for one answer, and hears no second one.
  private static final class Ear {
    private final Consumer<Optional<Reply>> answer;
    private boolean heard;

    Ear(Consumer<Optional<Reply>> answer) {
      this.answer = answer;
    }

    void hear(Optional<Reply> reply) {
      if (!heard) {
        heard = true;
        answer.accept(reply);
      }
    }
  }

  /// Asks any node once. No reply means that nobody knows what became of it.
  void ask(Command command, Chance chance, Consumer<Optional<Reply>> answer) {
    var ear = new Ear(answer);
    Node node = chance.any(stage.nodes());
    Duration there = chance.between(NEAR, FAR);
    Duration back = chance.between(NEAR, FAR);
    stage.in(
        there,
        () -> {
          if (!node.isUp()) {
            stage.in(back, () -> ear.hear(Optional.empty()));
            return;
          }
          stage.happens(new Happening.Asked(node.number(), command));
          node.serve(command, reply -> stage.in(back, () -> ear.hear(Optional.of(reply))));
        });
    stage.in(PATIENCE, () -> ear.hear(Optional.empty()));
  }

  /// Asks again until somebody answers, so many times.
  void insist(Command command, Chance chance, int times, Consumer<Reply> then) {
    ask(
        command,
        chance,
        reply -> {
          boolean answered = reply.filter(r -> !(r instanceof Reply.TryLater)).isPresent();
          if (answered) {
            then.accept(reply.orElseThrow());
          } else if (times > 1) {
            Duration pause = chance.between(Duration.ofSeconds(1), Duration.ofSeconds(15));
            stage.in(pause, () -> insist(command, chance, times - 1, then));
          }
        });
  }
}
