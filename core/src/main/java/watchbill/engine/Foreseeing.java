package watchbill.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.escalation.Climb;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Recipient;
import watchbill.escalation.Wake;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.Notifications;

/// Climbs a page's ladder ahead of time, as if nobody answered and every message were delivered. It
/// asks what the living climb asks, each rung at its own instant.
final class Foreseeing {
  /// More than any policy has: 20 steps in 10 rounds, and the fallback.
  private static final int MOVES_MAX = 220;

  /// How a page that would open is called, before its service.
  static final String NEW = "a new page of ";

  private final Turn turn;
  private final List<Explanation.Rest> rests = new ArrayList<>();
  private final List<Explanation.Rung> rungs = new ArrayList<>();
  private String end = "";

  private Foreseeing(Turn turn) {
    this.turn = turn;
  }

  /// Of a page that would open now.
  static Explanation.Ladder of(Openings.Opened opened, Turn turn) {
    var foreseeing = new Foreseeing(turn);
    Page page = opened.page();
    foreseeing.rests(page.escalation());
    opened.first().wake().ifPresent(wake -> foreseeing.wake(page, wake, turn));
    foreseeing.climb(page);
    return foreseeing.ladder(page, NEW + page.service());
  }

  /// Of one that is there, from where it stands.
  static Explanation.Ladder of(Page page, Turn turn) {
    var foreseeing = new Foreseeing(turn);
    foreseeing.rests(page.escalation());
    foreseeing.climb(page);
    return foreseeing.ladder(page, "page " + page.number());
  }

  private Explanation.Ladder ladder(Page page, String name) {
    return new Explanation.Ladder(
        name,
        page.service().handle(),
        page.urgency().word(),
        page.group(),
        List.copyOf(rests),
        List.copyOf(rungs),
        end);
  }

  private void climb(Page begun) {
    Page page = begun;
    for (int move = 0; move < MOVES_MAX && end.isEmpty(); move++) {
      Optional<Instant> moves = page.escalation().movesAt();
      if (moves.isEmpty()) {
        end = standing(page.escalation());
        return;
      }
      Instant at = moves.get().isBefore(turn.now()) ? turn.now() : moves.get();
      page = moveOn(page, turn.rehearsedAt(at));
    }
  }

  private Page moveOn(Page page, Turn then) {
    Optional<Escalation.Resting> held = new Paging(then).heldLonger(page);
    if (held.isPresent()) {
      rests(held.get());
      return page.with(held.get());
    }
    Climb climb = Escalations.onDue(page.escalation(), page.policy(), then.now());
    Page after = page.after(climb);
    climb.wake().ifPresent(wake -> wake(after, wake, then));
    return after;
  }

  private void wake(Page page, Wake ordered, Turn then) {
    Waking.Woken woken = Waking.decide(page, ordered, then.roster(page), then.now());
    List<Explanation.Told> told = new ArrayList<>();
    for (Recipient recipient : woken.found().people()) {
      told.add(
          told(
              recipient,
              Notifications.plan(
                  page, woken.wake(), recipient, then.degradedMethods(), () -> "", then.now())));
    }
    rungs.add(
        new Explanation.Rung(
            then.now(),
            woken.wake().rung().inWords(),
            woken.wake().reason().inWords(),
            told,
            woken.gaps()));
    if (told.isEmpty() && ordered.rung() instanceof Wake.Rung.OfFallback) {
      end = "nobody could be woken; the fallback is tried again for as long as it takes";
    }
  }

  private static Explanation.Told told(Recipient recipient, List<Notification> planned) {
    Person person = recipient.person();
    List<Explanation.By> by = new ArrayList<>();
    for (Notification one : planned) {
      if (one.delivery() instanceof Delivery.Due(var at)) {
        by.add(new Explanation.By(one.method().word(), at));
      }
    }
    return new Explanation.Told(person.id().handle(), person.name(), recipient.why(), by);
  }

  private void rests(Escalation escalation) {
    if (escalation instanceof Escalation.Resting(var why, var by, var since, var until)) {
      String words =
          switch (why) {
            case GATHERING -> "it gathers alerts of its group";
            case HELD -> "it can wait until the hours of " + by + " begin";
            case SNOOZED -> turn.nameOf(by) + " snoozed it";
            case UNHEARD -> "nobody knows how it stands since the store was restored from a copy";
          };
      rests.add(new Explanation.Rest(words, since, until));
    }
  }

  private String standing(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Acknowledged(var by, _, _, _, _) ->
          turn.nameOf(by) + " has it: nobody else is told";
      case Escalation.Exhausted _ -> "then every step was tried; it waits for whoever answers";
      case Escalation.Resolved(var by, _) -> "it is over, says " + turn.nameOf(by);
      case Escalation.Waiting _, Escalation.Resting _ -> "";
    };
  }
}
