package watchbill.testkit.simulation.invariant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.alert.Alert;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.AlertStore;
import watchbill.alert.KnownAlert;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I13, of alerts: an alert is open if and only if the last word about it was that it fires,
/// whatever came before, in any order and any number of times.
final class LastWord implements Invariant {
  private static final int MANY = 10_000;

  private final Ground ground;
  private final Map<AlertKey, Said> words = new LinkedHashMap<>();
  private Instant lastResolve = Instant.MIN;

  LastWord(Ground ground) {
    this.ground = ground;
  }

  /// @param mayBeIgnored a person closed it minutes ago, or its lease was over when it came
  private record Said(boolean fires, boolean mayBeIgnored) {}

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Turned(
              _,
              var wall,
              Command.Receive message,
              Reply.Received(_, var ignored)) -> {
        for (AlertReport report : message.reports()) {
          note(report, wall, !ignored.isEmpty());
        }
        ground.at(ground.now(), () -> message.reports().forEach(r -> look(r.key())));
      }
      case Happening.Turned(_, _, Command.Resolve _, _) -> lastResolve = ground.now();
      default -> {}
    }
  }

  private void note(AlertReport report, Instant wall, boolean ignored) {
    switch (report) {
      case AlertReport.Firing f -> {
        boolean late = f.leaseUntil().filter(l -> !wall.isBefore(l)).isPresent();
        words.put(f.key(), new Said(!late, ignored));
      }
      case AlertReport.Ended(var key, _) -> words.put(key, new Said(false, ignored));
      case AlertReport.TakenCharge _ -> {}
    }
  }

  private void look(AlertKey key) {
    Said said = words.get(key);
    if (said == null || lastResolve.equals(ground.now())) {
      return; // A person closed something in the same batch.
    }
    boolean open =
        ground
            .read(s -> Optional.ofNullable(s.alerts().known(List.of(key)).get(key)))
            .filter(a -> a.state().isOpen())
            .isPresent();
    boolean wrong = said.fires() ? !open && !said.mayBeIgnored() : open;
    if (wrong) {
      ground.violated(
          "I13", "the last word on " + key + " was " + said + ", but it is open: " + open);
    }
  }

  @Override
  public void atEnd() {
    List<Alert> open =
        new ArrayList<>(ground.read(s -> s.alerts().allOpen(AlertStore.Place.FIRST, MANY)));
    Set<AlertKey> seen = new HashSet<>();
    for (Alert alert : open) {
      if (!seen.add(alert.key())) {
        ground.violated("I13", "two open alerts of one key: " + alert.key());
      }
      boolean held =
          ground
              .read(
                  s -> Optional.ofNullable(s.alerts().known(List.of(alert.key())).get(alert.key())))
              .map(KnownAlert::id)
              .filter(alert.id()::equals)
              .isPresent();
      if (!held) {
        ground.violated("I13", "an open alert that no report finds any more: " + alert.id());
      }
    }
  }
}
