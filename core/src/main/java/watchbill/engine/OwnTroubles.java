package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;
import watchbill.notification.Canaries;
import watchbill.notification.Delivery;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NotificationStore;

/// Trouble of Watchbill's own. It is an alert of the service that stands for Watchbill; where none
/// is declared, the administrators are told, once a day for each trouble.
final class OwnTroubles {
  private static final IntegrationId SOURCE = new IntegrationId(WATCHBILL);

  private final Turn turn;
  private final Paging paging;

  OwnTroubles(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  Reply raise(Command.RaiseTrouble trouble) {
    service()
        .ifPresentOrElse(
            service -> receive(service, trouble.summary(), firing(trouble)), () -> tell(trouble));
    return new Reply.Done();
  }

  Reply end(Command.EndTrouble over) {
    AlertKey key = key(over.key());
    boolean open = turn.stores().alerts().known(List.of(key)).containsKey(key);
    service()
        .filter(_ -> open)
        .ifPresent(service -> receive(service, over.because(), new AlertReport.Ended(key)));
    return new Reply.Done();
  }

  /// What came of a canary is kept before anybody is told of it: whoever is told is told by a
  /// method that works.
  Reply keep(Command.KeepCanary canary) {
    NotificationStore kept = turn.stores().notifications();
    Delivery came = Canaries.cameOf(canary.outcome(), canary.provider(), turn.now());
    if (kept.find(canary.id()).isEmpty()) {
      kept.add(
          List.of(
              Canaries.kept(
                  canary.id(), canary.method(), canary.address(), canary.begunAt(), came)));
    }
    String key = "canary-" + canary.method().word();
    String summary = "A test message by " + canary.method().word() + " did not get through";
    return came instanceof Delivery.Failed
        ? raise(new Command.RaiseTrouble(key, Severity.ERROR, summary, canary.inWords()))
        : end(new Command.EndTrouble(key, canary.inWords()));
  }

  private Optional<ServiceId> service() {
    return turn.configuration().keepers().service();
  }

  private void receive(ServiceId service, String body, AlertReport report) {
    var integration = new Integration(SOURCE, IntegrationKind.MANUAL, "", service);
    new Intake(turn, paging)
        .receive(List.of(new Command.Receive(integration, body, List.of(report))));
  }

  private AlertReport firing(Command.RaiseTrouble trouble) {
    var condition =
        new Condition(
            trouble.summary(),
            WATCHBILL,
            trouble.severity(),
            Map.of("trouble", trouble.key()),
            Map.of("why", trouble.because()));
    AlertKey key = key(trouble.key());
    return new AlertReport.Firing(key, trouble.key(), condition, turn.now(), Optional.empty());
  }

  private void tell(Command.RaiseTrouble trouble) {
    String day = turn.now().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    new Keeping(turn, new Noticing(turn))
        .tell(
            Notice.Kind.OWN_TROUBLE,
            "own-trouble/" + trouble.key() + "/" + day,
            _ -> trouble.summary(),
            List.of(new Message.Fact("Why", trouble.because())));
  }

  private static AlertKey key(String trouble) {
    return AlertKey.of(SOURCE, trouble);
  }
}
