package watchbill.notification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.Urgency;

/// Decides by which methods a notice is told, and puts it into words. Pure.
public final class Notices {
  private Notices() {}

  /// The notifications it means; none when no way leads to the person.
  public static List<Notification> plan(
      Notice notice, Person person, Supplier<String> ids, Instant now) {
    return rules(notice.kind(), person).stream()
        .map(rule ->
            new Notification(
                new NotificationId(ids.get()),
                new About.OfNotice(notice.id()),
                person.id(),
                rule.method(),
                person.addresses().getOrDefault(rule.method(), ""),
                notice.kind().urgency(),
                notice.kind().inWords(),
                notice.headline(),
                now,
                new Delivery.Due(now.plus(rule.after())),
                0,
                0,
                false))
        .toList();
  }

  /// The message.
  ///
  /// @param link where its action leads; used only if it has one
  public static Message compose(Notification notification, Notice notice, Optional<URI> link) {
    return new Message(
        notification.id(),
        new Message.Topic.OfNotice(notice.id(), notice.kind()),
        notification.urgency(),
        notice.headline(),
        notice.facts(),
        notice.action().flatMap(a -> link.map(to -> new Message.Action(a.label(), to))),
        notification.possibleDuplicate());
  }

  private static List<ContactRule> rules(Notice.Kind kind, Person person) {
    return switch (kind) {
      case TEST -> everyWay(person);
      case WAKE_TEST -> Notifications.usableRules(person, Urgency.NOW);
      case BEFORE_DUTY,
          DUTY_CHANGED,
          SWAP,
          OPEN_SHIFT,
          COVERAGE,
          STAND_IN,
          SILENCE,
          OUTAGE,
          OWN_TROUBLE ->
          Notifications.usableRules(person, Urgency.WORKING_HOURS);
      case NOISE, AUDIT_HEAD -> mailed(person);
    };
  }

  /// A report is read at a desk: by mail, where they have one.
  private static List<ContactRule> mailed(Person person) {
    return person.address(ContactMethod.EMAIL).isPresent()
        ? List.of(new ContactRule(ContactMethod.EMAIL, Duration.ZERO))
        : Notifications.usableRules(person, Urgency.WORKING_HOURS);
  }

  private static List<ContactRule> everyWay(Person person) {
    return Stream.of(ContactMethod.values())
        .filter(method -> person.address(method).isPresent())
        .map(method -> new ContactRule(method, Duration.ZERO))
        .toList();
  }
}
