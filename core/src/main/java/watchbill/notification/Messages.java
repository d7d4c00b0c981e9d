package watchbill.notification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.catalog.Person;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Recipient;
import watchbill.time.TimeWords;

/// Puts into words what a person must know to get up or to sleep on.
public final class Messages {
  private Messages() {}

  /// The message for one person.
  ///
  /// @param next whom the next rung would wake, in words; empty when none follows
  public static Message compose(
      Notification notification, Page page, Person person, Optional<String> next, URI acknowledge) {
    ZoneId zone = person.zone();
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(new Message.Fact("Since", TimeWords.timeWithUtc(page.openedAt(), zone)));
    facts.add(new Message.Fact("Service", page.service().handle()));
    if (page.openAlertCount() > 1) {
      facts.add(new Message.Fact("Alerts", page.openAlertCount() + " open on this page"));
    }
    facts.add(new Message.Fact("Why you", whyYou(notification)));
    facts.add(Message.Fact.ifYouDoNothing(next.orElse("nobody else is told; the page stays open")));
    return new Message(
        notification.id(),
        new Message.Topic.OfPage(page.number()),
        page.urgency(),
        page.title(),
        facts,
        Optional.of(Message.Action.acknowledge(acknowledge)),
        notification.possibleDuplicate());
  }

  /// `Cho is told at 03:31 (step 2 of 3)`.
  public static String next(Escalations.Next next, List<Recipient> people, ZoneId zone) {
    String who =
        people.isEmpty()
            ? "the fallback"
            : people.stream().map(r -> r.person().name()).collect(Collectors.joining(", "));
    String verb = people.size() > 1 ? " are told at " : " is told at ";
    return who + verb + TimeWords.time(next.at(), zone) + " (" + next.rung().inWords() + ")";
  }

  private static String whyYou(Notification notification) {
    return notification.why() + " (" + notification.rung() + ")";
  }

  /// `19 min`, for how long something has lasted.
  public static String age(Instant since, Instant now) {
    return TimeWords.of(Duration.between(since, now));
  }
}
