package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.alert.AlertState;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.escalation.Climb;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Reason;
import watchbill.escalation.Recipient;
import watchbill.escalation.Recipients;
import watchbill.escalation.Target;
import watchbill.escalation.Wake;
import watchbill.notification.About;
import watchbill.notification.Degradations;
import watchbill.notification.Deliveries;
import watchbill.notification.Notification;
import watchbill.notification.Notifications;
import watchbill.rota.Role;
import watchbill.time.TimeWords;

/// What happens to pages within a turn.
final class Paging {
  private static final int ALERTS_AT_ONCE = 1_000;
  private static final int PAGES_AT_ONCE = 1_000;

  private final Turn turn;

  Paging(Turn turn) {
    this.turn = turn;
  }

  /// Begins the escalation of a page that was just opened.
  void begin(Page page, Climb first) {
    turn.stores().pages().open(page);
    first.wake().ifPresent(w -> wake(page, w));
  }

  /// Saves a decision about a page and does what it orders.
  void apply(Page before, Climb climb) {
    if (climb.escalation().equals(before.escalation()) && climb.wake().isEmpty()) {
      return;
    }
    Page after = before.after(climb);
    turn.stores().pages().save(after);
    climb.wake().ifPresent(w -> wake(after, w));
  }

  void onDue(Page page) {
    Optional<Escalation.Resting> held = heldLonger(page);
    if (held.isPresent()) {
      turn.stores().pages().save(page.with(held.get()));
      sayRests(page, held.get());
      return;
    }
    apply(page, Escalations.onDue(page.escalation(), page.policy(), turn.now()));
  }

  /// The instant it was held until may have been missed, or the hours be others by now: a page that
  /// can wait is told at an allowed instant, or held until the next.
  Optional<Escalation.Resting> heldLonger(Page page) {
    boolean held =
        page.escalation() instanceof Escalation.Resting r
            && r.why() == Escalation.Resting.Why.HELD
            && !turn.now().isBefore(r.until());
    return held
        ? new Holding(turn).from(page.service(), page.urgency(), page.snapshot(), turn.now())
        : Optional.empty();
  }

  /// Nobody is woken for it yet; the timeline says until when.
  void sayRests(Page page, Escalation.Resting rest) {
    switch (rest.why()) {
      case GATHERING ->
          turn.tell(
              WATCHBILL,
              "page.gathering",
              page,
              "Gathers alerts for " + length(rest.until()),
              "its rule asks for it");
      case HELD ->
          turn.tell(
              WATCHBILL,
              "page.held",
              page,
              "Held for " + length(rest.until()),
              "it can wait until the hours of " + rest.by() + " begin");
      case SNOOZED, UNHEARD -> {} // Whoever did it has said so.
    }
  }

  /// Its source speaks of what nobody knew of since a copy was put back.
  void heardAgain(PageId id) {
    turn.stores()
        .pages()
        .find(id)
        .ifPresent(page ->
            apply(page, Escalations.heardAgain(page.escalation(), page.policy(), turn.now())));
  }

  /// Everybody who was woken last refused or could not be reached; do not wait in vain.
  void onNobodyTold(Page page) {
    if (page.escalation() instanceof Escalation.Exhausted) {
      tellUnroutable(page, "every way to the fallback was refused, and nobody is left to wake");
    }
    apply(page, Escalations.onNobodyTold(page.escalation(), page.policy(), turn.now()));
  }

  /// The page ought to have moved on by itself; wakes the fallback beside whatever comes next.
  void onOverdue(Page page, Duration by) {
    var reason = new Reason.Overdue(by);
    turn.tell(WATCHBILL, "page.overdue", page, "Found late by the inspection", reason.inWords());
    Climb next = Escalations.onDue(page.escalation(), page.policy(), turn.now());
    if (next.wake().filter(w -> w.rung() instanceof Wake.Rung.OfFallback).isPresent()) {
      apply(page, next); // Its next rung wakes the fallback anyway: once is enough.
      return;
    }
    var wake = new Wake(new Wake.Rung.OfFallback(), page.policy().fallback(), reason);
    Escalation soon =
        switch (page.escalation()) {
          case Escalation.Waiting w ->
              new Escalation.Waiting(w.round(), w.step(), w.beganAt(), turn.now());
          case Escalation.Resting r ->
              new Escalation.Resting(r.why(), r.by(), r.since(), turn.now());
          case Escalation.Acknowledged a -> a;
          case Escalation.Exhausted e -> e;
          case Escalation.Resolved r -> r;
        };
    apply(page, new Climb(soon, Optional.of(wake)));
  }

  Page acknowledge(Page page, String by, String via) {
    Escalation next = Escalations.acknowledge(page.escalation(), page.policy(), by, turn.now());
    if (next.equals(page.escalation())) {
      return page;
    }
    Page after = page.with(next);
    turn.stores().pages().save(after);
    cancelPending(after, "acknowledged by " + by);
    turn.tell(by, "page.acknowledged", after, turn.nameOf(by) + " acknowledged", "by " + via);
    return after;
  }

  /// Nobody is woken for it before `until`; whoever would still be told is not.
  Page snooze(Page page, Instant until, String by, String via) {
    Escalation next = Escalations.snooze(page.escalation(), by, until, turn.now());
    if (next.equals(page.escalation())) {
      return page;
    }
    Page after = page.with(next);
    turn.stores().pages().save(after);
    cancelPending(after, "snoozed by " + by);
    String said = turn.nameOf(by) + " snoozed it for " + length(until);
    turn.tell(by, "page.snoozed", after, said, "by " + via);
    return after;
  }

  private String length(Instant until) {
    return TimeWords.of(Duration.between(turn.now(), until));
  }

  /// The page is over; its open alerts, if any, are resolved by the same person.
  Page resolve(Page page, String by, String because) {
    Escalation next = Escalations.resolve(page.escalation(), by, turn.now());
    if (next.equals(page.escalation())) {
      return page;
    }
    resolveAlerts(page, by);
    Page after = page.with(next);
    turn.stores().pages().save(after);
    cancelPending(after, "resolved");
    turn.tell(by, "page.resolved", after, "Resolved", because);
    return after;
  }

  /// Hands the page to the lieutenant of the first rota its policy names.
  Optional<Page> handOver(Page page, String by, String via) {
    Optional<Target> lieutenant = rotaOf(page, Role.LIEUTENANT);
    if (lieutenant.isEmpty()) {
      return Optional.empty();
    }
    Climb climb =
        Escalations.handOver(page.escalation(), page.policy(), lieutenant.get(), by, turn.now());
    if (climb.wake().isPresent()) {
      cancelPending(page, "handed over by " + by);
      turn.tell(
          by,
          "page.handed-over",
          page,
          turn.nameOf(by) + " handed over to the lieutenant",
          "by " + via);
    }
    apply(page, climb);
    return Optional.of(page.after(climb));
  }

  /// Open pages that wait for this person, or are in their hands, go on to whoever is on duty in
  /// their place.
  void passOn(PersonId person, String why) {
    for (Page page : turn.stores().pages().open(PAGES_AT_ONCE)) {
      if (isWith(page, person)) {
        passOn(page, person, why);
      }
    }
  }

  private boolean isWith(Page page, PersonId person) {
    return switch (page.escalation()) {
      case Escalation.Acknowledged(var by, _, _, _, _) -> by.equals(person.handle());
      case Escalation.Waiting _ ->
          turn.stores().notifications().of(page.id(), Integer.MAX_VALUE).stream()
              .anyMatch(n -> n.person().equals(person) && isOfLastWake(page, n));
      case Escalation.Resting _, Escalation.Exhausted _, Escalation.Resolved _ -> false;
    };
  }

  private static boolean isOfLastWake(Page page, Notification n) {
    return n.about() instanceof About.OfPage(_, var wake) && wake == page.wakeCount();
  }

  /// What the present step names, if it is a rota: there somebody stands in by rule.
  private static Optional<Target> stepOf(Page page) {
    int step =
        switch (page.escalation()) {
          case Escalation.Waiting w -> w.step();
          case Escalation.Acknowledged a -> a.step();
          case Escalation.Resting _, Escalation.Exhausted _, Escalation.Resolved _ -> 0;
        };
    return page.policy().steps().get(step).targets().stream()
        .filter(Target.ToRota.class::isInstance)
        .findFirst();
  }

  private void passOn(Page page, PersonId person, String why) {
    Optional<Target> target = stepOf(page).or(() -> rotaOf(page, Role.PRIMARY));
    if (target.isEmpty()) {
      return;
    }
    cancelPending(page, why);
    turn.tell(person.handle(), "page.passed-on", page, "Passed on to whoever stands in", why);
    apply(
        page,
        Escalations.handOver(
            page.escalation(), page.policy(), target.get(), person.handle(), turn.now()));
  }

  /// After alerts of it ended: a page with nothing open is over.
  void onAlertsEnded(Page page) {
    onAlertsGone(page, "all its alerts are over");
  }

  /// After alerts of it ended or were taken out: a page with nothing open is over.
  void onAlertsGone(Page page, String because) {
    if (page.openAlertCount() <= 0 && !page.escalation().isResolved()) {
      resolve(page, WATCHBILL, because);
    }
  }

  private static Optional<Target> rotaOf(Page page, Role role) {
    return page.policy().steps().stream()
        .flatMap(s -> s.targets().stream())
        .<Target>mapMulti((target, found) -> {
          if (target instanceof Target.ToRota(var rota, _)) {
            found.accept(new Target.ToRota(rota, role));
          }
        })
        .findFirst();
  }

  private void resolveAlerts(Page page, String by) {
    List<KnownAlert> open;
    do {
      open = turn.stores().alerts().openOf(page.id(), ALERTS_AT_ONCE);
      if (!open.isEmpty()) {
        var how = new AlertState.Resolved(turn.now(), by);
        turn.stores().alerts().resolve(open.stream().map(KnownAlert::id).toList(), how);
        turn.stores().pages().count(page.id(), 0, -open.size());
      }
    } while (open.size() == ALERTS_AT_ONCE);
  }

  void cancelPending(Page page, String why) {
    for (Notification pending : turn.stores().notifications().pending(page.id())) {
      Notification cancelled = Deliveries.cancel(pending, why, turn.now());
      if (!cancelled.equals(pending)) {
        turn.stores().notifications().save(cancelled);
      }
    }
  }

  /// Whom the wake means now. When that is nobody, the fallback stands in, and is told why.
  private void wake(Page page, Wake wake) {
    Waking.Woken woken = Waking.decide(page, wake, turn.roster(page), turn.now());
    if (!woken.found().nobody()) {
      tellAll(page, woken.wake(), woken.found());
      return;
    }
    tellUnroutable(page, woken.gaps());
    if (wake.rung() instanceof Wake.Rung.OfFallback) {
      tryFallbackAgain(page);
    }
  }

  private void tellUnroutable(Page page, String because) {
    turn.tell(WATCHBILL, "page.unroutable", page, "Nobody could be woken", because);
  }

  /// Nothing comes after the fallback, so it is the one rung that is tried for ever.
  private void tryFallbackAgain(Page page) {
    if (page.escalation() instanceof Escalation.Exhausted) {
      apply(page, Escalations.onNobodyTold(page.escalation(), page.policy(), turn.now()));
    }
  }

  private void tellAll(Page page, Wake wake, Recipients.Found found) {
    List<Notification> planned = new ArrayList<>();
    for (Recipient recipient : found.people()) {
      planned.addAll(
          Notifications.plan(
              page, wake, recipient, turn.degradedMethods(), turn::nextId, turn.now()));
    }
    turn.stores().notifications().add(planned);
    turn.planned();
    String names =
        found.people().stream().map(r -> r.person().name()).collect(Collectors.joining(", "));
    String said = capitalized(wake.rung().inWords()) + ": waking " + names;
    String because = wake.reason().inWords();
    if (!found.gaps().isEmpty()) {
      because += "; " + found.gapsInWords();
    }
    turn.tell(WATCHBILL, "page.climbed", page, said, because);
    if (!turn.degraded().isEmpty() && !(wake.rung() instanceof Wake.Rung.OfFallback)) {
      found.people().forEach(recipient -> sayWhatIsBroughtForward(page, recipient.person()));
    }
  }

  private void sayWhatIsBroughtForward(Page page, Person person) {
    Notifications.broughtForward(person, page.urgency(), turn.degradedMethods())
        .ifPresent(method ->
            turn.tell(
                WATCHBILL,
                "notification.reordered",
                page,
                person.name() + " is told by " + method.word() + " earlier than their rules say",
                turn.degraded().stream()
                    .map(Degradations.Degraded::inWords)
                    .collect(Collectors.joining("; "))));
  }

  private static String capitalized(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
