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
import watchbill.change.Change;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Recipient;
import watchbill.time.TimeWords;

/// Puts into words what a person must know to get up or to sleep on.
public final class Messages {
  /// A message is read on a phone at night; the whole of it is on the page.
  private static final int SUMMARY_MAX = 120;

  private Messages() {}

  /// What stands around a page when it is put into words.
  ///
  /// @param next whom the next rung would wake, in words; empty when none follows
  /// @param changed what changed shortly before, in words; empty when nothing is known to have
  public record Around(Optional<String> next, Optional<String> changed) {}

  /// The message for one person.
  public static Message compose(
      Notification notification, Page page, Person person, Around around, URI acknowledge) {
    ZoneId zone = person.zone();
    List<Message.Fact> facts = new ArrayList<>();
    facts.add(new Message.Fact("Since", TimeWords.timeWithUtc(page.openedAt(), zone)));
    facts.add(new Message.Fact("Service", page.service().handle()));
    if (page.openAlertCount() > 1) {
      facts.add(new Message.Fact("Alerts", page.openAlertCount() + " open on this page"));
    }
    around.changed().ifPresent(words -> facts.add(new Message.Fact("Changed", words)));
    facts.add(new Message.Fact("Why you", whyYou(notification)));
    facts.add(
        Message.Fact.ifYouDoNothing(
            around.next().orElse("nobody else is told; the page stays open")));
    return new Message(
        notification.id(),
        new Message.Topic.OfPage(page.number()),
        page.urgency(),
        page.title(),
        facts,
        Optional.of(Message.Action.acknowledge(acknowledge)),
        notification.possibleDuplicate());
  }

  /// `4 min before: Deploy v41`: the newest of the changes before a page, and how many more.
  ///
  /// It says when, and never that one led to the other.
  public static Optional<String> changed(List<Change> changes, Page page) {
    return changes.stream()
        .findFirst()
        .map(newest -> {
          int more = changes.size() - 1;
          String summary = cut(newest.summary()) + (more > 0 ? " (and " + more + " more)" : "");
          return changedAt(newest, page) + ": " + summary;
        });
  }

  /// `4 min before, in ledger`.
  public static String changedAt(Change change, Page page) {
    String where =
        change.service().equals(page.service()) ? "" : ", in " + change.service().handle();
    return TimeWords.of(Duration.between(change.at(), page.openedAt())) + " before" + where;
  }

  private static String cut(String summary) {
    if (summary.length() <= SUMMARY_MAX) {
      return summary;
    }
    boolean splits = Character.isHighSurrogate(summary.charAt(SUMMARY_MAX - 2));
    return summary.substring(0, SUMMARY_MAX - (splits ? 2 : 1)) + "…";
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
