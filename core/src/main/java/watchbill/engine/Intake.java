package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import watchbill.alert.Alert;
import watchbill.alert.AlertDecision;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.AlertState;
import watchbill.alert.AlertStore;
import watchbill.alert.Alerts;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.catalog.Integration;
import watchbill.catalog.Urgency;

/// Takes in a batch of messages as one set: a few statements for all of them, and decisions one by
/// one only for what is new or changed.
final class Intake {
  private final Turn turn;
  private final Paging paging;
  private final Map<AlertKey, KnownAlert> known = new HashMap<>();
  private final Map<AlertId, Fresh> fresh = new LinkedHashMap<>();
  private final Map<AlertId, AlertStore.Refresh> refreshed = new LinkedHashMap<>();
  private final Map<AlertId, KnownAlert> ended = new LinkedHashMap<>();
  private final List<KnownAlert> taken = new ArrayList<>();
  private final PageGroups groups;

  Intake(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
    this.groups = new PageGroups(turn, paging);
  }

  /// An alert opened in this batch, with the reports of it that followed in the same batch.
  private record Fresh(Alert alert, Integration integration) {}

  List<Reply> receive(List<Command.Receive> messages) {
    List<Event> events = new ArrayList<>(messages.size());
    var keys = new TreeSet<AlertKey>();
    for (Command.Receive message : messages) {
      var id = new EventId(turn.nextId());
      events.add(
          new Event(id, message.integration().id(), turn.now(), message.head(), message.body()));
      message.reports().forEach(r -> keys.add(r.key()));
    }
    turn.stores().events().add(events);
    known.putAll(turn.stores().alerts().known(keys));
    List<Reply> replies = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      replies.add(received(messages.get(i), events.get(i).id()));
    }
    save();
    return replies;
  }

  private Reply received(Command.Receive message, EventId event) {
    return new Reply.Received(event, decide(message, event));
  }

  private List<AlertDecision.Why> decide(Command.Receive message, EventId event) {
    List<AlertDecision.Why> ignored = new ArrayList<>();
    for (AlertReport report : message.reports()) {
      Optional<KnownAlert> current = Optional.ofNullable(known.get(report.key()));
      switch (Alerts.decide(current, report, turn.now())) {
        case AlertDecision.Open(var firing) -> open(message.integration(), firing, event);
        case AlertDecision.Refresh r -> refresh(r, event);
        case AlertDecision.Rise r -> rise(message.integration(), r, event);
        case AlertDecision.Resolve(var alert, _, _) -> end(alert);
        case AlertDecision.TakeCharge(var alert) -> taken.add(alert);
        case AlertDecision.Ignore(var why) -> ignored.add(why);
      }
    }
    return ignored;
  }

  private void open(Integration integration, AlertReport.Firing firing, EventId event) {
    PageGroups.Group group = groups.of(integration.service(), urgency(firing), firing);
    group.opened(firing, integration);
    var alert =
        new Alert(
            new AlertId(turn.nextId()),
            firing.key(),
            integration.id(),
            integration.service(),
            firing.deduplicationKey(),
            firing.condition(),
            new AlertState.Open(),
            group.page(),
            firing.startsAt(),
            turn.now(),
            turn.now(),
            firing.leaseUntil(),
            1,
            event,
            event);
    fresh.put(alert.id(), new Fresh(alert, integration));
    known.put(firing.key(), knownOf(alert));
  }

  private void refresh(AlertDecision.Refresh decision, EventId event) {
    KnownAlert alert = decision.alert();
    AlertReport.Firing firing = decision.report();
    Fresh ofThisBatch = fresh.get(alert.id());
    if (ofThisBatch != null) {
      Alert again =
          ofThisBatch
              .alert()
              .reportedAgain(firing.condition(), firing.leaseUntil(), turn.now(), 1, event);
      fresh.put(alert.id(), new Fresh(again, ofThisBatch.integration()));
      known.put(alert.key(), knownOf(again));
      return;
    }
    AlertStore.Refresh before = refreshed.get(alert.id());
    long count = before == null ? 1 : before.count() + 1;
    var news =
        decision.news()
            ? Optional.of(firing.condition())
            : Optional.ofNullable(before).flatMap(AlertStore.Refresh::news);
    refreshed.put(
        alert.id(),
        new AlertStore.Refresh(alert, firing.leaseUntil(), turn.now(), count, event, news));
    if (decision.news()) {
      known.put(alert.key(), again(alert, firing, alert.page(), alert.urgency()));
    }
  }

  /// It can no longer wait until morning: it moves to a page that wakes somebody.
  private void rise(Integration integration, AlertDecision.Rise decision, EventId event) {
    KnownAlert alert = decision.alert();
    refresh(new AlertDecision.Refresh(alert, decision.report(), true), event);
    PageGroups.Group group = groups.of(integration.service(), Urgency.NOW, decision.report());
    group.opened(decision.report(), integration);
    groups.left(alert.page());
    Fresh ofThisBatch = fresh.get(alert.id());
    if (ofThisBatch == null) {
      turn.stores().alerts().move(List.of(alert.id()), group.page());
      known.put(alert.key(), again(alert, decision.report(), group.page(), Urgency.NOW));
    } else {
      Alert moved = ofThisBatch.alert().movedTo(group.page());
      fresh.put(alert.id(), new Fresh(moved, integration));
      known.put(alert.key(), knownOf(moved));
    }
  }

  private void end(KnownAlert alert) {
    groups.ended(alert.page());
    ended.put(alert.id(), alert);
    known.remove(alert.key());
  }

  private void save() {
    AlertStore alerts = turn.stores().alerts();
    var bySource = new AlertState.Resolved(turn.now(), AlertState.Resolved.BY_SOURCE);
    alerts.refresh(List.copyOf(refreshed.values()));
    alerts.resolve(ended.keySet().stream().filter(id -> !fresh.containsKey(id)).toList(), bySource);
    alerts.open(
        fresh.values().stream()
            .map(f -> ended.containsKey(f.alert().id()) ? f.alert().over(bySource) : f.alert())
            .toList());
    groups.save();
    for (KnownAlert alert : taken) {
      turn.stores()
          .pages()
          .find(alert.page())
          .ifPresent(p -> paging.acknowledge(p, WATCHBILL, "the sending system"));
    }
  }

  private static Urgency urgency(AlertReport.Firing firing) {
    return firing.condition().severity().urgency();
  }

  private static KnownAlert knownOf(Alert alert) {
    return alert.known(alert.condition().severity().urgency());
  }

  /// As last reported, under the page it now belongs to.
  private static KnownAlert again(
      KnownAlert a, AlertReport.Firing firing, PageId page, Urgency urgency) {
    return new KnownAlert(
        a.id(),
        a.key(),
        page,
        urgency,
        a.state(),
        a.startsAt(),
        a.leaseUntil(),
        firing.condition().fingerprint());
  }
}
