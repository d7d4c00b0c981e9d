package watchbill.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import watchbill.alert.AlertReport;
import watchbill.alert.EventName;
import watchbill.alert.HeardEvents;
import watchbill.catalog.IntegrationId;

/// Tells events that are heard again, where their senders give them names. One event may say
/// several things, so it is heard when its whole message is.
final class Repeats {
  private final Turn turn;
  private final Set<EventName> before = new HashSet<>();
  private final Set<EventName> fresh = new LinkedHashSet<>();

  Repeats(Turn turn) {
    this.turn = turn;
  }

  /// Asks once for all that a batch names; most senders name nothing, and nothing is asked.
  void read(List<Command.Receive> messages) {
    List<EventName> names = new ArrayList<>();
    messages.forEach(message -> names.addAll(names(message)));
    if (!names.isEmpty()) {
      before.addAll(turn.stores().heardEvents().heard(names));
    }
  }

  boolean isOne(IntegrationId from, AlertReport report) {
    return report.eventName().filter(n -> before.contains(new EventName(from, n))).isPresent();
  }

  /// Decided about; what comes of its events in a later message of the batch is a repeat.
  void heard(Command.Receive message) {
    for (EventName name : names(message)) {
      if (before.add(name)) {
        fresh.add(name);
      }
    }
  }

  void save() {
    if (!fresh.isEmpty()) {
      turn.stores().heardEvents().add(fresh, turn.now());
    }
  }

  /// Forgets a few of those that are old. No entry in the audit says so: how long they are kept is
  /// a rule, and nobody decides.
  int forget(int limit) {
    return turn.stores().heardEvents().forget(turn.now().minus(HeardEvents.KEPT), limit);
  }

  private static List<EventName> names(Command.Receive message) {
    return message.reports().stream()
        .flatMap(report -> report.eventName().stream())
        .map(name -> new EventName(message.integration().id(), name))
        .toList();
  }
}
