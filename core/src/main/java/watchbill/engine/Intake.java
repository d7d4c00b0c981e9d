package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import watchbill.alert.Alert;
import watchbill.alert.AlertDecision;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.AlertState;
import watchbill.alert.AlertStore;
import watchbill.alert.Alerts;
import watchbill.alert.Consequences;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Suppression;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Urgency;
import watchbill.route.Route;
import watchbill.silence.Subject;

/// Takes in a batch of messages as one set: a few statements for all of them, and decisions one by
/// one only for what is new or changed.
final class Intake {
  private final Turn turn;
  private final Paging paging;
  private final Map<AlertKey, KnownAlert> known = new HashMap<>();
  private final Map<AlertId, Fresh> fresh = new LinkedHashMap<>();
  private final Map<AlertId, AlertStore.Refresh> refreshed = new LinkedHashMap<>();
  private final Map<AlertId, KnownAlert> ended = new LinkedHashMap<>();
  private final Map<AlertId, PageId> moved = new LinkedHashMap<>();
  private final IdentityHashMap<AlertReport, Route> foreseen = new IdentityHashMap<>();
  private final Map<AlertId, Subject> risen = new LinkedHashMap<>();
  private final List<KnownAlert> taken = new ArrayList<>();
  private final Set<PageId> heardAgain = new LinkedHashSet<>();
  private final Routing routing;
  private final PageGroups groups;
  private final Suppressing suppressing;
  private final Flaps flaps;
  private final Repeats repeats;

  Intake(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
    this.routing = new Routing(turn.configuration(), turn.stores(), turn.now());
    this.groups = new PageGroups(turn, paging);
    this.suppressing = new Suppressing(turn);
    this.flaps = new Flaps(turn);
    this.repeats = new Repeats(turn);
  }

  /// An alert opened in this batch, with the reports of it that followed in the same batch.
  private record Fresh(Alert alert, Integration integration) {}

  List<Reply> receive(List<Command.Receive> received) {
    List<Taken> messages = decide(received);
    turn.stores().events().add(messages.stream().map(this::event).toList());
    save();
    messages.stream().map(Taken::message).forEach(new ChangeLog(turn)::keep);
    return messages.stream()
        .<Reply>map(taken -> new Reply.Received(taken.event(), taken.ignored()))
        .toList();
  }

  /// What one message means.
  ///
  /// @param message with its copies
  record Taken(Command.Receive message, EventId event, List<Decided> decided) {
    private List<AlertDecision.Why> ignored() {
      List<AlertDecision.Why> ignored = new ArrayList<>();
      for (Decided one : decided) {
        if (one.decision() instanceof AlertDecision.Ignore(var why)) {
          ignored.add(why);
        }
      }
      return ignored;
    }
  }

  /// Decides about all of them in order, and keeps nothing yet.
  List<Taken> decide(List<Command.Receive> received) {
    List<Command.Receive> messages = received.stream().map(this::withCopies).toList();
    var keys = new TreeSet<AlertKey>();
    messages.forEach(m -> m.reports().forEach(r -> keys.add(r.key())));
    known.putAll(turn.stores().alerts().known(keys));
    flaps.read(keys.stream().filter(key -> !known.containsKey(key)).toList());
    repeats.read(messages);
    List<Taken> all = new ArrayList<>(messages.size());
    for (Command.Receive message : messages) {
      var event = new EventId(turn.nextId());
      all.add(new Taken(message, event, decide(message, event)));
    }
    return all;
  }

  /// What was decided about pages, while nothing is kept.
  PageGroups groups() {
    return groups;
  }

  /// Whether the batch ends this alert.
  boolean ends(AlertId alert) {
    return ended.containsKey(alert);
  }

  private Event event(Taken taken) {
    Command.Receive message = taken.message();
    return new Event(
        taken.event(),
        message.integration().id(),
        turn.now(),
        message.head(),
        message.body(),
        Consequences.written(taken.decided().stream().map(Decided::consequence).toList()));
  }

  private Command.Receive withCopies(Command.Receive message) {
    List<AlertReport> all =
        Copying.all(message.integration(), message.reports(), turn.configuration().routing());
    return all.size() == message.reports().size()
        ? message
        : new Command.Receive(
            message.integration(), message.head(), message.body(), all, message.changes());
  }

  private List<Decided> decide(Command.Receive message, EventId event) {
    List<Decided> all = new ArrayList<>();
    List<AlertReport> reports =
        suppressing.sourcesFirst(
            message.reports(), report -> ifItOpens(message.integration(), report));
    for (AlertReport report : reports) {
      if (repeats.isOne(message.integration().id(), report)) {
        all.add(Decided.nothing(report, new AlertDecision.Ignore(AlertDecision.Why.HEARD_BEFORE)));
        continue;
      }
      Optional<KnownAlert> current = Optional.ofNullable(known.get(report.key()));
      AlertDecision decision = Alerts.decide(current, report, turn.now());
      if (decision instanceof AlertDecision.Refresh r && groups.getsWorse(r)) {
        decision = new AlertDecision.Rise(r.alert(), r.report());
      }
      all.add(carryOut(decision, report, message.integration(), event));
    }
    repeats.heard(message);
    return all;
  }

  private Decided carryOut(
      AlertDecision decision, AlertReport report, Integration integration, EventId event) {
    return switch (decision) {
      case AlertDecision.Open open -> open(integration, open, event);
      case AlertDecision.Refresh r -> {
        refresh(heard(r, integration), event, Optional.empty());
        yield Decided.about(report, r, r.alert());
      }
      case AlertDecision.Rise r -> rise(integration, r, event);
      case AlertDecision.Resolve r -> {
        end(r.alert());
        yield Decided.about(report, r, r.alert());
      }
      case AlertDecision.TakeCharge t -> {
        taken.add(t.alert());
        yield Decided.about(report, t, t.alert());
      }
      case AlertDecision.Ignore ignore -> Decided.nothing(report, ignore);
    };
  }

  private Decided open(Integration integration, AlertDecision.Open decision, EventId event) {
    AlertReport.Firing firing = decision.report();
    Route route = route(integration, firing);
    Optional<Suppression> flapping = flaps.opens(firing.key(), integration, route.service());
    Optional<Suppression> suppression =
        Muting.by(route)
            .or(() ->
                reason(integration, () -> suppressing.why(subject(integration, route, firing))))
            .or(() -> flapping);
    Optional<PageId> page =
        suppression.isPresent()
            ? Optional.empty()
            : Optional.of(pageFor(integration, route, firing));
    page.ifPresent(p -> {
      groups.opened(p, firing, integration, route);
      flaps.paged(firing.key(), integration, route.service(), p);
    });
    var alert =
        new Alert(
            new AlertId(turn.nextId()),
            firing.key(),
            integration.id(),
            route.service(),
            firing.deduplicationKey(),
            firing.condition(),
            route.added(),
            new AlertState.Open(),
            page,
            suppression,
            firing.startsAt(),
            turn.now(),
            turn.now(),
            firing.leaseUntil(),
            1,
            event,
            event);
    fresh.put(alert.id(), new Fresh(alert, integration));
    known.put(firing.key(), knownOf(alert));
    suppressing.heardOf(alert.id(), Subject.of(alert));
    return new Decided(
        firing, decision, Optional.of(alert.id()), Optional.of(route), suppression, page);
  }

  /// What matchers would see, if the report opens an alert. Of what is open already they were told.
  private Optional<Subject> ifItOpens(Integration integration, AlertReport report) {
    KnownAlert open = known.get(report.key());
    if (!(report instanceof AlertReport.Firing firing) || (open != null && open.state().isOpen())) {
      return Optional.empty();
    }
    Route route = byRules(integration, firing);
    foreseen.put(firing, route);
    return Optional.of(subject(integration, route, firing));
  }

  /// Rules are asked once about each report.
  private Route route(Integration integration, AlertReport.Firing firing) {
    Route route = foreseen.remove(firing);
    return route == null ? byRules(integration, firing) : route;
  }

  private Route byRules(Integration integration, AlertReport.Firing firing) {
    return NamedService.route(routing, turn.configuration().catalog(), integration, firing);
  }

  private static Subject subject(Integration from, Route route, AlertReport.Firing firing) {
    return new Subject(from.id(), route.service(), firing.condition().labelled(route.added()));
  }

  /// What a person raises by hand they mean.
  private static Optional<Suppression> reason(
      Integration integration, Supplier<Optional<Suppression>> reason) {
    return integration.kind() == IntegrationKind.MANUAL ? Optional.empty() : reason.get();
  }

  private PageId pageFor(Integration integration, Route route, AlertReport.Firing firing) {
    return integration.kind() == IntegrationKind.MANUAL
        ? groups.pageByHand(route, firing)
        : groups.pageFor(route, firing);
  }

  /// Where a sender's first words stand, a duplicate only counts.
  private static AlertDecision.Refresh heard(AlertDecision.Refresh said, Integration from) {
    return from.kind().firstWordsStand()
        ? new AlertDecision.Refresh(said.alert(), said.report(), false)
        : said;
  }

  /// @param added the labels of rules, if they were asked anew
  private void refresh(
      AlertDecision.Refresh decision, EventId event, Optional<Map<String, String>> added) {
    KnownAlert alert = heard(decision.alert());
    AlertReport.Firing firing = decision.report();
    Fresh ofThisBatch = fresh.get(alert.id());
    if (ofThisBatch != null) {
      Alert again =
          ofThisBatch
              .alert()
              .reportedAgain(firing.condition(), firing.leaseUntil(), turn.now(), 1, event);
      Alert labelled = added.map(again::labelled).orElse(again);
      fresh.put(alert.id(), new Fresh(labelled, ofThisBatch.integration()));
      known.put(alert.key(), knownOf(labelled));
      return;
    }
    AlertStore.Refresh before = refreshed.get(alert.id());
    long count = before == null ? 1 : before.count() + 1;
    var news =
        decision.news()
            ? Optional.of(firing.condition())
            : Optional.ofNullable(before).flatMap(AlertStore.Refresh::news);
    var labels = added.or(() -> Optional.ofNullable(before).flatMap(AlertStore.Refresh::added));
    refreshed.put(
        alert.id(),
        new AlertStore.Refresh(alert, firing.leaseUntil(), turn.now(), count, event, news, labels));
    if (decision.news()) {
      known.put(alert.key(), again(alert, firing, alert.page(), alert.urgency()));
    }
  }

  /// One that nobody knew of any more fires again, and its page says so.
  private KnownAlert heard(KnownAlert alert) {
    if (!(alert.state() instanceof AlertState.Unknown)) {
      return alert;
    }
    alert.page().ifPresent(heardAgain::add);
    alert
        .page()
        .ifPresent(page ->
            turn.tell(
                "source",
                "alerts.heard-again",
                page.value(),
                "1 alert fires again",
                "its source speaks of it again"));
    KnownAlert firing = alert.firing();
    known.put(alert.key(), firing);
    return firing;
  }

  /// It can no longer wait until morning, or makes worse what somebody has in hand: it moves to a
  /// page that wakes somebody, unless a rule says otherwise.
  private Decided rise(Integration integration, AlertDecision.Rise decision, EventId event) {
    KnownAlert alert = decision.alert();
    Route route = route(integration, decision.report());
    var reworded = new AlertDecision.Refresh(alert, decision.report(), true);
    refresh(reworded, event, Optional.of(route.added()));
    Subject subject = subject(integration, route, decision.report());
    suppressing.heardOf(alert.id(), subject);
    risen.put(alert.id(), subject);
    // The rule that muted it still does; and a reason that holds, holds however bad it gets.
    Optional<Suppression> still =
        Muting.by(route)
            .or(() ->
                alert.page().isPresent()
                    ? Optional.empty()
                    : reason(integration, () -> suppressing.why(subject, alert.id())));
    if (still.isPresent()) {
      return Decided.risen(decision, route, still, alert.page());
    }
    PageId page = groups.pageFor(route, decision.report());
    if (!alert.page().filter(page::equals).isPresent()) {
      move(integration, decision, route, page);
    }
    return Decided.risen(decision, route, Optional.empty(), Optional.of(page));
  }

  private void move(
      Integration integration, AlertDecision.Rise decision, Route route, PageId page) {
    KnownAlert alert = decision.alert();
    groups.opened(page, decision.report(), integration, route);
    alert.page().ifPresent(groups::left);
    Fresh ofThisBatch = fresh.get(alert.id());
    if (ofThisBatch == null) {
      moved.put(alert.id(), page);
      known.put(alert.key(), again(alert, decision.report(), Optional.of(page), Urgency.NOW));
    } else {
      Alert moved = ofThisBatch.alert().movedTo(page);
      fresh.put(alert.id(), new Fresh(moved, integration));
      known.put(alert.key(), knownOf(moved));
    }
  }

  private void end(KnownAlert alert) {
    alert.page().ifPresent(groups::ended);
    ended.put(alert.id(), alert);
    flaps.ends(alert);
    known.remove(alert.key());
  }

  private void save() {
    AlertStore alerts = turn.stores().alerts();
    var bySource = new AlertState.Resolved(turn.now(), AlertState.Resolved.BY_SOURCE);
    alerts.refresh(List.copyOf(refreshed.values()));
    moved.forEach((alert, page) -> alerts.move(List.of(alert), page));
    alerts.resolve(ended.keySet().stream().filter(id -> !fresh.containsKey(id)).toList(), bySource);
    List<Alert> opened =
        fresh.values().stream()
            .map(f -> ended.containsKey(f.alert().id()) ? f.alert().over(bySource) : f.alert())
            .toList();
    alerts.open(opened);
    suppressing.note(opened);
    risen.keySet().removeIf(id -> fresh.containsKey(id) || ends(id));
    suppressing.noteSources(risen);
    examineWhatLostItsReason(opened);
    groups.save();
    heardAgain.forEach(paging::heardAgain);
    flaps.save();
    repeats.save();
    for (KnownAlert alert : taken) {
      alert
          .page()
          .flatMap(turn.stores().pages()::find)
          .ifPresent(p -> paging.acknowledge(p, WATCHBILL, "the sending system"));
    }
  }

  /// What explained a new alert may have ended in the same batch.
  private void examineWhatLostItsReason(List<Alert> opened) {
    for (Alert alert : opened) {
      if (alert.suppression().orElse(null) instanceof Suppression.Inhibited(var by) && ends(by)) {
        turn.stores().alerts().examine(Suppression.Cause.INHIBITION, by.value(), turn.now());
      }
    }
  }

  private static KnownAlert knownOf(Alert alert) {
    return alert.known(alert.condition().severity().urgency());
  }

  /// As last reported, under the page it now belongs to.
  private static KnownAlert again(
      KnownAlert a, AlertReport.Firing firing, Optional<PageId> page, Urgency urgency) {
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
