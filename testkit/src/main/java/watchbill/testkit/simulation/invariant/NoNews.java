package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.AlertId;
import watchbill.alert.AlertReport;
import watchbill.alert.AlertState;
import watchbill.alert.KnownAlert;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.simulation.plan.FaultKind;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I18: a source that falls silent has said nothing; its alert does not end by that, unless the
/// files say that it does.
final class NoNews implements Invariant {
  private static final Duration AFTER = Duration.ofMinutes(10);

  /// Sources get 5 minutes to speak after nobody could hear them.
  private static final Duration TIME_TO_SPEAK = Duration.ofSeconds(280);

  private static final Duration DEAF = Duration.ofSeconds(75);

  private final Ground ground;
  private Instant deafFrom = Instant.EPOCH;
  private Instant heardAgain = Instant.EPOCH;

  NoNews(Ground ground) {
    this.ground = ground;
  }

  @Override
  public void on(Happening happening) {
    if (ground.scenario().nodes() == 1) {
      noteDeafness(happening);
    }
    if (happening
        instanceof Happening.Turned(_, var wall, Command.Receive message, Reply.Received _)) {
      for (AlertReport report : message.reports()) {
        if (report instanceof AlertReport.Firing f && f.leaseUntil().isPresent()) {
          Instant at = ground.now().plus(Duration.between(wall, f.leaseUntil().get())).plus(AFTER);
          known(f).ifPresent(id -> ground.at(at, () -> look(message.integration().id(), id)));
        }
      }
    }
  }

  /// While the only node is away nobody hears a source.
  private void noteDeafness(Happening happening) {
    switch (happening) {
      case Happening.NodeStopped _ -> deafFrom = ground.now();
      case Happening.NodeStarted _ -> hearsAgain();
      case Happening.FaultBegan(var fault) when fault.kind() == FaultKind.STORE_DOWN ->
          deafFrom = ground.now();
      case Happening.FaultEnded(var fault) when fault.kind() == FaultKind.STORE_DOWN ->
          hearsAgain();
      default -> {}
    }
  }

  private void hearsAgain() {
    if (Duration.between(deafFrom, ground.now()).compareTo(DEAF) > 0) {
      heardAgain = ground.now();
    }
  }

  private Optional<AlertId> known(AlertReport.Firing report) {
    return ground
        .read(s -> Optional.ofNullable(s.alerts().known(List.of(report.key())).get(report.key())))
        .map(KnownAlert::id);
  }

  private void look(IntegrationId from, AlertId id) {
    boolean declared =
        ground.house().teams().stream()
            .anyMatch(t -> t.integration().equals(from) && t.silenceIsEnd());
    Optional<AlertState.Resolved> end =
        ground
            .read(s -> s.alerts().find(id))
            .flatMap(a -> a.state().resolved())
            .filter(r -> r.by().equals("lease"));
    if (end.isEmpty()) {
      return;
    }
    Duration ago = Duration.between(end.get().at(), ground.wall(0));
    Instant at = ground.now().minus(ago);
    boolean tooSoon = !at.isBefore(heardAgain) && at.isBefore(heardAgain.plus(TIME_TO_SPEAK));
    if (!declared || tooSoon) {
      ground.violated("I18", "alert " + id + " ended because its source was not heard");
    }
  }
}
