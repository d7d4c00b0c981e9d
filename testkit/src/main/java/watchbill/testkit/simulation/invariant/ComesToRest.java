package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I20: some time after the last fault nothing waits that should not.
final class ComesToRest implements Invariant {
  private static final Duration SETTLING = Duration.ofSeconds(150);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final int ANY = 1;

  private final Ground ground;

  ComesToRest(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.FaultEnded _, Happening.NodeStarted _, Happening.NodeThawed _ ->
          ground.at(ground.now().plus(SETTLING), this::look);
      default -> {}
    }
  }

  @Override
  public void atEnd() {
    look();
  }

  private void look() {
    boolean calm =
        ground.weather().isCalm()
            && !ground.now().isBefore(ground.weather().calmSince().plus(SETTLING));
    if (!calm) {
      return;
    }
    Instant late = ground.wall(0).minus(SLACK);
    Optional<Instant> due = ground.read(s -> s.notifications().nextDue());
    if (due.filter(late::isAfter).isPresent()) {
      ground.violated("I20", "a notification waits since " + due.get());
    }
    ground
        .read(s -> s.notifications().unanswered(late, ANY))
        .forEach(
            n -> ground.violated("I20", "nobody settles what was handed over: " + n.id().value()));
    ground
        .read(s -> s.pages().overdue(late, ANY))
        .forEach(p -> ground.violated("I20", "a page should have moved on: " + p.id().value()));
  }
}
