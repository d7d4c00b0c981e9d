package watchbill.adapter.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.engine.Configuration;
import watchbill.engine.Rosters;
import watchbill.engine.Stores;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Recipient;
import watchbill.escalation.Recipients;
import watchbill.escalation.Roster;
import watchbill.escalation.Target;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.Notifications;
import watchbill.rota.Role;
import watchbill.time.Span;

/// One page as it stands: who has it, who was told, who would be next.
///
/// @param told its notifications, oldest first
public record Standing(Page page, Roster roster, List<Notification> told, Instant now) {
  private static final int TOLD_MAX = 500;
  private static final Duration OVERRIDE_HORIZON = Duration.ofDays(60);

  public static Standing of(Page page, Stores stores, Configuration configuration, Instant now) {
    var told = stores.notifications().of(page.id(), TOLD_MAX);
    return new Standing(page, roster(stores, configuration, now).with(page.snapshot()), told, now);
  }

  /// Who can be woken from now on, overrides included.
  public static Roster roster(Stores stores, Configuration configuration, Instant now) {
    return Rosters.read(configuration, stores, new Span(now, now.plus(OVERRIDE_HORIZON)));
  }

  public Names names() {
    return new Names(roster);
  }

  /// In whose hands it is: `Cho is being told`, `Ben has it`, `held until Mon 09:00`.
  public String hands(Clock clock) {
    return switch (page.escalation()) {
      case Escalation.Waiting _, Escalation.Exhausted _ -> beingTold();
      case Escalation.Resting r -> resting(r, clock);
      case Escalation.Acknowledged a -> names().of(a.by()) + " has it";
      case Escalation.Resolved r -> "resolved by " + names().of(r.by());
    };
  }

  /// `19 min` while it is open, and once it is over `20 min, over since 01:21`.
  public String age(Clock clock) {
    return page.escalation() instanceof Escalation.Resolved r
        ? clock.between(page.openedAt(), r.at()) + ", over since " + clock.moment(r.at())
        : clock.age(page.openedAt());
  }

  /// The lieutenant of the first rota its policy names, at this moment: whom a hand-over would
  /// wake.
  public Optional<Person> lieutenant() {
    return page.policy().steps().stream()
        .flatMap(s -> s.targets().stream())
        .<Target.ToRota>mapMulti((target, found) -> {
          if (target instanceof Target.ToRota rota) {
            found.accept(rota);
          }
        })
        .findFirst()
        .flatMap(
            rota -> roster.onDuty(rota.rota(), Role.LIEUTENANT, now).people().stream().findFirst())
        .flatMap(roster::person);
  }

  /// What follows if nobody answers; empty when nothing does.
  public Optional<Escalations.Next> next() {
    return Escalations.next(page.escalation(), page.policy());
  }

  /// Whom these targets mean at `at`.
  public List<Recipient> people(List<Target> targets, Instant at) {
    return Recipients.find(targets, roster, p -> Notifications.reachable(p, page.urgency()), at)
        .people();
  }

  /// Those that the latest wake ordered.
  public List<Notification> latest() {
    return told.stream().filter(n -> n.isOfWake(page.wakeCount())).toList();
  }

  private String resting(Escalation.Resting rest, Clock clock) {
    String until = " until " + clock.moment(rest.until());
    return switch (rest.why()) {
      case GATHERING -> "gathering alerts" + until;
      case HELD -> "held" + until + ", when the hours of " + rest.by() + " begin";
      case SNOOZED -> "snoozed by " + names().of(rest.by()) + until;
      case UNHEARD -> "unknown since the store was restored, until it is heard from";
    };
  }

  private String beingTold() {
    List<Notification> latest = latest();
    List<Notification> notLost = latest.stream().filter(n -> !isLost(n.delivery())).toList();
    List<String> people =
        (notLost.isEmpty() ? latest : notLost)
            .stream().map(n -> names().of(n.person())).distinct().toList();
    if (people.isEmpty()) {
      return "nobody could be told";
    }
    String who = Names.list(people);
    if (notLost.isEmpty()) {
      return who + " could not be told";
    }
    boolean one = people.size() == 1;
    boolean arrived = notLost.stream().anyMatch(n -> hasArrived(n.delivery()));
    if (arrived) {
      return who + (one ? " was told" : " were told");
    }
    return who + (one ? " is being told" : " are being told");
  }

  private static boolean isLost(Delivery delivery) {
    return delivery instanceof Delivery.Failed || delivery instanceof Delivery.Cancelled;
  }

  private static boolean hasArrived(Delivery delivery) {
    return delivery instanceof Delivery.Accepted || delivery instanceof Delivery.Delivered;
  }
}
