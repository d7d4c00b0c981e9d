package watchbill.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import watchbill.alert.AlertReport;
import watchbill.alert.PageId;
import watchbill.catalog.Integration;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Climb;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.PolicySnapshot;

/// Which page each alert of a batch belongs to, and how many came and went.
///
/// A new alert joins the page of its service that still waits for an answer: whoever answers sees
/// both. A page that somebody has taken is not added to in silence: the next alert opens a new one.
final class PageGroups {
  private final Turn turn;
  private final Paging paging;
  private final Map<Key, Group> groups = new LinkedHashMap<>();
  private final Map<PageId, Tally> tallies = new LinkedHashMap<>();

  PageGroups(Turn turn, Paging paging) {
    this.turn = turn;
    this.paging = paging;
  }

  private record Key(ServiceId service, Urgency urgency) {}

  /// What one batch does to one page.
  private static final class Tally {
    private final @Nullable Page created;
    private final @Nullable Climb first;
    private long opened;
    private long ended;
    private long left;
    private String actor = "";
    private String firstSummary = "";

    Tally(@Nullable Page created, @Nullable Climb first) {
      this.created = created;
      this.first = first;
    }
  }

  /// The page for alerts of one service and urgency.
  final class Group {
    private final PageId page;

    private Group(PageId page) {
      this.page = page;
    }

    PageId page() {
      return page;
    }

    void opened(AlertReport.Firing firing, Integration integration) {
      Tally tally = tally(page);
      if (tally.opened++ == 0) {
        tally.actor = integration.id().handle();
        tally.firstSummary = firing.condition().summary();
      }
    }
  }

  Group of(ServiceId service, Urgency urgency, AlertReport.Firing firing) {
    return groups.computeIfAbsent(
        new Key(service, urgency),
        key -> {
          Optional<Page> waiting = turn.stores().pages().waiting(service, urgency);
          return new Group(waiting.map(Page::id).orElseGet(() -> create(service, urgency, firing)));
        });
  }

  void ended(PageId page) {
    tally(page).ended++;
  }

  /// An alert moved from this page to another.
  void left(PageId page) {
    tally(page).left++;
  }

  void save() {
    tallies.forEach(this::save);
  }

  private PageId create(ServiceId service, Urgency urgency, AlertReport.Firing firing) {
    Service known = turn.configuration().catalog().service(service).orElseThrow();
    PolicySnapshot snapshot = turn.configuration().snapshotFor(known);
    Climb first = Escalations.begin(snapshot.policy(), turn.now());
    var page =
        new Page(
            new PageId(turn.nextId()),
            turn.stores().pages().nextNumber(),
            service,
            urgency,
            firing.condition().summary(),
            turn.now(),
            snapshot,
            first.escalation(),
            1,
            0,
            0);
    tallies.put(page.id(), new Tally(page, first));
    return page.id();
  }

  private Tally tally(PageId page) {
    return tallies.computeIfAbsent(page, _ -> new Tally(null, null));
  }

  private void save(PageId id, Tally tally) {
    if (tally.created != null && tally.first != null) {
      String said = tally.actor + " reported: " + tally.firstSummary;
      String because = "no page of " + tally.created.service() + " waits for an answer";
      turn.tell(tally.actor, "page.opened", tally.created, said, because);
      paging.begin(tally.created, tally.first);
      sayJoined(id, tally, tally.opened - 1);
    } else {
      sayJoined(id, tally, tally.opened);
    }
    turn.stores().pages().count(id, tally.opened, tally.opened - tally.ended - tally.left);
    if (tally.ended + tally.left > 0) {
      sayGone(id, tally);
      turn.stores().pages().find(id).ifPresent(paging::onAlertsEnded);
    }
  }

  private void sayJoined(PageId id, Tally tally, long joined) {
    if (joined > 0) {
      String said =
          joined == 1
              ? tally.actor + " reported: " + tally.firstSummary
              : joined + " more alerts came from " + tally.actor;
      turn.tell(
          tally.actor,
          "alerts.joined",
          id.value(),
          said,
          "joined this page: it still waits for an answer");
    }
  }

  private void sayGone(PageId id, Tally tally) {
    if (tally.ended > 0) {
      String said = tally.ended == 1 ? "1 alert ended" : tally.ended + " alerts ended";
      turn.tell("source", "alerts.ended", id.value(), said, "the source says so");
    }
    if (tally.left > 0) {
      turn.tell(
          "source",
          "alerts.risen",
          id.value(),
          "An alert became urgent",
          "it moved to a page that wakes somebody");
    }
  }
}
