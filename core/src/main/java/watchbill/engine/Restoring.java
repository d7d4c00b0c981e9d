package watchbill.engine;

import static watchbill.audit.Deed.WATCHBILL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertState;
import watchbill.alert.AlertStore;
import watchbill.alert.Alerts;
import watchbill.escalation.Escalation;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.notification.Deliveries;
import watchbill.notification.Message;
import watchbill.notification.Notification;
import watchbill.outage.Restored;
import watchbill.restraint.WhenSilent;

/// What was open in a copy that was put back: nobody knows how it stands, so it wakes nobody until
/// it is heard from.
final class Restoring {
  private static final int AT_ONCE = 1_000;
  private static final int PAGES_MAX = 100_000;
  private static final int NAMED_MAX = 10;
  private static final String WHY = "the store was restored from a copy";

  private final Turn turn;

  Restoring(Turn turn) {
    this.turn = turn;
  }

  /// Makes it so; says what was open, for whoever is told.
  List<Message.Fact> makeUnknown(Restored restored) {
    alerts(restored.newestAt());
    outbox();
    List<Page> pages = turn.stores().pages().open(PAGES_MAX);
    pages.forEach(this::rest);
    return pages.isEmpty()
        ? List.of(new Message.Fact("Open in the copy", "no page"))
        : List.of(new Message.Fact("Open in the copy", named(pages)));
  }

  private void alerts(Instant since) {
    AlertStore.Place after = AlertStore.Place.FIRST;
    List<Alert> seen;
    do {
      seen = turn.stores().alerts().allOpen(after, AT_ONCE);
      Map<Optional<Instant>, List<AlertId>> quiet = new LinkedHashMap<>();
      for (Alert alert : seen) {
        if (alert.state() instanceof AlertState.Open) {
          quiet.computeIfAbsent(lease(alert), _ -> new ArrayList<>()).add(alert.id());
        }
      }
      quiet.forEach((until, ids) -> turn.stores().alerts().goQuiet(ids, since, until));
      after = seen.isEmpty() ? after : AlertStore.Place.ofAny(seen.getLast());
    } while (seen.size() == AT_ONCE);
  }

  /// How long it may stay unknown, as its integration says.
  private Optional<Instant> lease(Alert alert) {
    return switch (turn.configuration().restraints().whenSilent(alert.integration())) {
      case WhenSilent.Unknown(var resolveAfter) -> resolveAfter.map(turn.now()::plus);
      case WhenSilent.Resolve _ -> Optional.of(turn.now().plus(Alerts.LEASE_AFTER_DEAFNESS));
    };
  }

  /// What was on its way when the copy was made has arrived long ago, or is of no use any more.
  private void outbox() {
    List<Notification> pending;
    do {
      pending = turn.stores().notifications().pending(AT_ONCE);
      pending.forEach(
          n -> turn.stores().notifications().save(Deliveries.giveUp(n, WHY, turn.now())));
    } while (pending.size() == AT_ONCE);
  }

  private void rest(Page page) {
    Escalation unheard = Escalations.unheard(page.escalation(), WATCHBILL, turn.now());
    if (!unheard.equals(page.escalation())) {
      turn.stores().pages().save(page.with(unheard));
      turn.tell(WATCHBILL, "page.unknown", page, "Unknown until it is heard from", WHY);
    }
  }

  private static String named(List<Page> pages) {
    String named =
        pages.stream()
            .limit(NAMED_MAX)
            .map(p -> "page " + p.number() + " " + p.title())
            .collect(Collectors.joining("; "));
    int more = pages.size() - NAMED_MAX;
    return more > 0 ? named + "; and " + more + " more" : named;
  }
}
