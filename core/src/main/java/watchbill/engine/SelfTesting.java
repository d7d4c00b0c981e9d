package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Integration;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.Urgency;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Recipients;
import watchbill.escalation.Roster;
import watchbill.escalation.Target;
import watchbill.notification.About;
import watchbill.notification.Delivery;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.Notifications;

/// Whether somebody could be paged now: an alert of each integration finds its way, somebody is
/// there for each service, and a message by each method goes the whole way through the outbox to a
/// provider that leads back to us.
final class SelfTesting {
  /// What the messages of the test are about; no such notice is kept.
  static final NoticeId NOTICE = new NoticeId("self-test");

  static final About ABOUT = new About.OfNotice(NOTICE);

  private static final String NAME = "self-test";

  private final Turn turn;

  SelfTesting(Turn turn) {
    this.turn = turn;
  }

  Reply begin(List<ContactMethod> methods) {
    List<String> wrong = new ArrayList<>(unroutable());
    turn.configuration().catalog().services().stream()
        .filter(s -> !somebodyIsThere(s))
        .forEach(s -> wrong.add("nobody can be woken for " + s.id()));
    if (!wrong.isEmpty()) {
      return new Reply.SelfTested(wrong, List.of());
    }
    List<NotificationId> onTheirWay = methods.stream().map(this::send).toList();
    turn.planned();
    return new Reply.SelfTested(List.of(), onTheirWay);
  }

  private List<String> unroutable() {
    var routing = new Routing(turn.configuration(), turn.stores(), turn.now());
    List<String> wrong = new ArrayList<>();
    for (Integration integration : turn.configuration().catalog().integrations()) {
      var condition = new Condition(NAME, WATCHBILL, Severity.CRITICAL, Map.of(), Map.of());
      var firing =
          new AlertReport.Firing(
              AlertKey.of(integration.id(), NAME), NAME, condition, turn.now(), Optional.empty());
      var service = routing.route(integration, firing).service();
      if (turn.configuration().catalog().service(service).isEmpty()) {
        wrong.add("alerts of " + integration.id() + " go to " + service + ", which is none");
      }
    }
    return wrong;
  }

  private boolean somebodyIsThere(Service service) {
    PolicySnapshot snapshot = turn.configuration().snapshotFor(service);
    EscalationPolicy policy = snapshot.policy();
    Roster roster = turn.roster().with(snapshot);
    return reaches(policy.steps().getFirst().targets(), roster)
        || reaches(policy.fallback(), roster);
  }

  private boolean reaches(List<Target> targets, Roster roster) {
    return !Recipients.find(
            targets, roster, p -> Notifications.reachable(p, Urgency.NOW), turn.now())
        .nobody();
  }

  /// One row for each method, used again and again. One that is still on its way is left alone:
  /// that it does not arrive is what the test is for.
  private NotificationId send(ContactMethod method) {
    var id = new NotificationId(NAME + "-" + method.word());
    Optional<Notification> last = turn.stores().notifications().find(id);
    if (last.isEmpty()) {
      turn.stores().notifications().add(List.of(fresh(id, method)));
    } else if (last.get().delivery().isOver()) {
      var again = new Delivery.Due(turn.now());
      turn.stores().notifications().save(last.get().again(again));
    }
    return id;
  }

  private Notification fresh(NotificationId id, ContactMethod method) {
    return new Notification(
        id,
        ABOUT,
        new PersonId(WATCHBILL),
        method,
        "",
        Urgency.NOW,
        NAME,
        NAME,
        turn.now(),
        new Delivery.Due(turn.now()),
        0,
        0,
        false);
  }
}
