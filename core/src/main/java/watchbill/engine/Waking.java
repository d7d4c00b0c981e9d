package watchbill.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Reason;
import watchbill.escalation.Recipient;
import watchbill.escalation.Recipients;
import watchbill.escalation.Roster;
import watchbill.escalation.Wake;
import watchbill.notification.Messages;
import watchbill.notification.Notifications;

/// Whom an order to wake somebody means at one instant. Pure.
final class Waking {
  private Waking() {}

  /// The people, and the order that wakes them.
  ///
  /// @param wake as ordered, or that of the fallback which stands in for a step that named nobody
  /// @param found nobody, when the fallback is nobody either
  /// @param gaps why nobody is woken by what named nobody
  record Woken(Wake wake, Recipients.Found found, String gaps) {}

  static Woken decide(Page page, Wake wake, Roster roster, Instant at) {
    Recipients.Found found = find(page, wake, roster, at);
    String gaps = found.gapsInWords();
    if (!found.nobody() || wake.rung() instanceof Wake.Rung.OfFallback) {
      return new Woken(wake, found, gaps);
    }
    var fallback =
        new Wake(
            new Wake.Rung.OfFallback(),
            page.policy().fallback(),
            new Reason.NobodyToWake(wake.rung().inWords() + ": " + gaps));
    Recipients.Found last = find(page, fallback, roster, at);
    return new Woken(
        fallback, last, last.nobody() ? gaps + "; fallback: " + last.gapsInWords() : gaps);
  }

  /// Whom the next rung would wake, in words and in the reader's time; empty when none follows.
  static Optional<String> next(Page page, Roster roster, Person reader) {
    return Escalations.next(page.escalation(), page.policy())
        .map(next -> {
          var people =
              Recipients.find(
                  next.targets(),
                  roster,
                  p -> Notifications.reachable(p, page.urgency()),
                  next.at());
          return Messages.next(next, people.people(), reader.zone());
        });
  }

  private static Recipients.Found find(Page page, Wake wake, Roster roster, Instant at) {
    Recipients.Found found =
        Recipients.find(
            wake.targets(), roster, p -> Notifications.reachable(p, page.urgency()), at);
    return wake.rung() instanceof Wake.Rung.OfFallback ? asFallback(found) : found;
  }

  /// Whoever is woken as the fallback is told that before anything else.
  private static Recipients.Found asFallback(Recipients.Found found) {
    List<Recipient> people =
        found.people().stream()
            .map(r -> new Recipient(r.person(), "you are the fallback"))
            .toList();
    return new Recipients.Found(people, found.gaps());
  }
}
