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

  /// Channels show 20 facts.
  private static final int PAGES_TOLD = 18;

  private static final int TITLES_TOLD = 2;

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

  /// The same message for whoever has had several already.
  public static Message amongMany(Message message, Page page) {
    return new Message(
        message.key(),
        new Message.Topic.OfPages(List.of(page.number())),
        message.urgency(),
        message.headline(),
        message.facts(),
        message.action(),
        message.possibleDuplicate());
  }

  /// The same message, sent by a node that goes by what it knew: nothing is sure, and no answer can
  /// be taken.
  ///
  /// @param since when the store was last read
  public static Message unaided(Message message, Instant since, ZoneId zone) {
    List<Message.Fact> facts = new ArrayList<>();
    String words =
        "its database is away, and no answer can be taken until it is back. This is how things"
            + " stood at "
            + TimeWords.time(since, zone)
            + "; somebody may have told you, or answered, since";
    facts.add(new Message.Fact("Watchbill", words));
    facts.addAll(message.facts());
    return new Message(
        message.key(),
        message.topic(),
        message.urgency(),
        message.headline(),
        facts,
        message.action(),
        true);
  }

  /// One message about several pages, the most important in front.
  ///
  /// @param lead the notification it is sent as
  /// @param duplicate whether any of it may have arrived before
  /// @param more whether its reader was told of none of them before
  /// @param link what shows them all
  public static Message together(
      Notification lead,
      List<Page> pages,
      Person reader,
      boolean more,
      boolean duplicate,
      URI link) {
    List<Message.Fact> facts = new ArrayList<>();
    for (Page page : pages.subList(0, Math.min(pages.size(), PAGES_TOLD))) {
      String since = "since " + TimeWords.timeWithUtc(page.openedAt(), reader.zone());
      String words = cut(page.title()) + " · " + page.service().handle() + " · " + since;
      facts.add(new Message.Fact("Page " + page.number(), words));
    }
    if (pages.size() > PAGES_TOLD) {
      facts.add(new Message.Fact("More", (pages.size() - PAGES_TOLD) + " behind the link"));
    }
    facts.add(Message.Fact.ifYouDoNothing("each goes on to whoever is next for it"));
    String count = pages.size() + (more ? " more" : "") + " pages wait for you: ";
    return new Message(
        lead.id(),
        new Message.Topic.OfPages(pages.stream().map(Page::number).toList()),
        pages.getFirst().urgency(),
        count + titles(pages),
        facts,
        Optional.of(new Message.Action("See them", link)),
        duplicate);
  }

  /// `checkout is down; db-3 is slow; and 5 more`.
  private static String titles(List<Page> pages) {
    String first =
        pages.stream()
            .limit(TITLES_TOLD)
            .map(p -> cut(p.title()))
            .collect(Collectors.joining("; "));
    int left = pages.size() - TITLES_TOLD;
    return left > 0 ? first + "; and " + left + " more" : first;
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
