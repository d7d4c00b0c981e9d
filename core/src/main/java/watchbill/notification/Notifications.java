package watchbill.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.Urgency;
import watchbill.escalation.Page;
import watchbill.escalation.Reason;
import watchbill.escalation.Recipient;
import watchbill.escalation.Wake;

/// Decides by which methods a person is told, and when. Pure.
public final class Notifications {
  private Notifications() {}

  /// The notifications one wake means for one person.
  ///
  /// @param page after the wake was counted
  public static List<Notification> plan(
      Page page, Wake wake, Recipient recipient, Supplier<String> ids, Instant now) {
    return plan(page, wake, recipient, Set.of(), ids, now);
  }

  /// The same while some methods are [degraded][Degradations]: what works goes before them.
  public static List<Notification> plan(
      Page page,
      Wake wake,
      Recipient recipient,
      Set<ContactMethod> degraded,
      Supplier<String> ids,
      Instant now) {
    Person person = recipient.person();
    return Degradations.reorder(usableRules(person, page.urgency()), degraded).stream()
        .map(rule ->
            new Notification(
                new NotificationId(ids.get()),
                new About.OfPage(page.id(), page.wakeCount()),
                person.id(),
                rule.method(),
                person.addresses().getOrDefault(rule.method(), ""),
                page.urgency(),
                wake.rung().inWords(),
                why(wake, recipient),
                now,
                new Delivery.Due(now.plus(delay(wake, rule))),
                0,
                0,
                false))
        .toList();
  }

  /// The method that is used earlier than the person's rules say, since another is degraded; empty
  /// when none is.
  public static Optional<ContactMethod> broughtForward(
      Person person, Urgency urgency, Set<ContactMethod> degraded) {
    List<ContactRule> usual = usableRules(person, urgency);
    return Degradations.reorder(usual, degraded).stream()
        .filter(rule -> !usual.contains(rule))
        .map(ContactRule::method)
        .findFirst();
  }

  /// Why this person, and, unless they are the first to know, why now.
  private static String why(Wake wake, Recipient recipient) {
    return switch (wake.reason()) {
      case Reason.PageOpened _ -> recipient.why();
      case Reason.RestOver _,
          Reason.NoAnswer _,
          Reason.AskedFor _,
          Reason.StillOpen _,
          Reason.GivenBack _,
          Reason.NobodyToWake _,
          Reason.NobodyCouldBeTold _,
          Reason.Overdue _,
          Reason.EveryStepTried _ ->
          recipient.why() + "; " + wake.reason().inWords();
    };
  }

  /// Whether a page of this urgency has any way to this person.
  public static boolean reachable(Person person, Urgency urgency) {
    return !usableRules(person, urgency).isEmpty();
  }

  /// The fallback is told by all methods at once: everything slower has failed already.
  private static Duration delay(Wake wake, ContactRule rule) {
    return switch (wake.rung()) {
      case Wake.Rung.OfStep _, Wake.Rung.OfRequest _ -> rule.after();
      case Wake.Rung.OfFallback _ -> Duration.ZERO;
    };
  }

  /// The rules that lead somewhere.
  static List<ContactRule> usableRules(Person person, Urgency urgency) {
    return person.rules().getOrDefault(urgency, List.of()).stream()
        .filter(rule -> person.address(rule.method()).isPresent())
        .toList();
  }
}
