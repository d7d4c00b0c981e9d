package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.KnownAlert;
import watchbill.alert.Suppression;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I3: an accepted alert has a page that is not over, or a reason that still holds.
final class Reasons implements Invariant {
  private static final Duration SLACK = Duration.ofSeconds(10);
  private static final Duration SETTLING = Duration.ofSeconds(150);

  private final Ground ground;

  Reasons(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    if (happening
        instanceof Happening.Turned(var node, _, Command.Receive message, Reply.Received _)) {
      // Messages of one batch are one turn, so it is judged after the last of them.
      ground.at(
          ground.now(),
          () -> {
            for (AlertReport report : message.reports()) {
              look(report.key(), node);
            }
          });
    }
  }

  private void look(AlertKey key, int node) {
    Optional<Alert> open =
        ground.read(s ->
            Optional.ofNullable(s.alerts().known(List.of(key)).get(key))
                .filter(a -> a.state().isOpen())
                .map(KnownAlert::id)
                .flatMap(s.alerts()::find));
    open.ifPresent(alert -> {
      Optional<Boolean> over =
          alert
              .page()
              .map(p ->
                  ground
                      .read(s -> s.pages().find(p))
                      .map(x -> x.escalation().isResolved())
                      .orElse(true));
      if (over.orElse(false)) {
        ground.violated("I3", "an open alert is of a page that is over: " + alert.id());
      }
      alert.suppression().flatMap(Suppression::endsAt).ifPresent(end -> lookAgain(key, node, end));
    });
  }

  private void lookAgain(AlertKey key, int node, Instant end) {
    Duration left = Duration.between(ground.wall(node), end);
    ground.at(ground.now().plus(left).plus(SLACK), () -> overdue(key, node, end));
  }

  /// The reason has ended: by now the alert has a page, is over, or has another reason.
  private void overdue(AlertKey key, int node, Instant end) {
    Instant calm = ground.weather().calmSince().plus(SETTLING);
    if (!ground.weather().isCalm() || ground.now().isBefore(calm)) {
      ground.at(ground.now().plus(SETTLING), () -> overdue(key, node, end));
      return;
    }
    boolean stuck =
        ground.read(s ->
            Optional.ofNullable(s.alerts().known(List.of(key)).get(key))
                .filter(a -> a.state().isOpen())
                .flatMap(a -> s.alerts().find(a.id()))
                .flatMap(Alert::suppression)
                .flatMap(Suppression::endsAt)
                .filter(until -> !until.isAfter(end))
                .isPresent());
    if (stuck) {
      ground.violated("I3", "an alert is held back by what ended at " + end + ": " + key);
    }
  }
}
