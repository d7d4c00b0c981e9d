package watchbill.engine;

import java.util.Optional;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.change.Change;
import watchbill.change.ChangeId;
import watchbill.change.ChangeReport;
import watchbill.change.Changes;
import watchbill.kernel.Refusal;

/// Keeps changes within a turn, and forgets them when they are old.
final class ChangeLog {
  private final Turn turn;

  ChangeLog(Turn turn) {
    this.turn = turn;
  }

  /// Keeps what a message tells of.
  void keep(Command.Receive message) {
    Integration from = message.integration();
    for (ChangeReport report : message.changes()) {
      keep(from.service(), from.id(), report, "integration " + from.id());
    }
  }

  /// Keeps what a person tells of.
  Reply tell(Command.TellChange tell) {
    Optional<Service> service = turn.configuration().catalog().service(tell.service());
    if (service.isEmpty()) {
      return new Reply.Refused(
          new Refusal(
              "service.unknown", "service", tell.service().handle(), "the handle of a service"));
    }
    var by = new IntegrationId(tell.by());
    Change kept = keep(tell.service(), by, tell.change(), "entered by hand");
    return new Reply.Made(kept.id().value());
  }

  private Change keep(ServiceId service, IntegrationId from, ChangeReport report, String because) {
    Change change = Changes.of(new ChangeId(turn.nextId()), service, from, report, turn.now());
    turn.stores().changes().put(change);
    turn.tell(from.handle(), "change.told", service.handle(), change.summary(), because);
    return change;
  }

  /// Forgets a few of those nobody asks for any more. No entry in the audit says so: how long they
  /// are kept is a rule, and nobody decides.
  int forget(int limit) {
    return turn.stores().changes().forget(turn.now().minus(Changes.KEPT), limit);
  }
}
