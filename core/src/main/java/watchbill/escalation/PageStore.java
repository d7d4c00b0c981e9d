package watchbill.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.kernel.Port;
import watchbill.time.Span;

/// Keeps pages, and the snapshots they began with.
@Port
public interface PageStore {
  /// A number no page has yet. Asked twice, it differs, also before the pages are opened.
  long nextNumber();

  /// Keeps a new page and its snapshot.
  void open(Page page);

  /// Keeps where the page stands and how often somebody was woken; not its counts.
  void save(Page page);

  /// Adds to a page's counts. Numbers may be negative.
  void count(PageId page, long alerts, long openAlerts);

  Optional<Page> find(PageId id);

  Optional<Page> findByNumber(long number);

  /// Keeps how bad the worst alert of a page is.
  void worsen(PageId page, Severity severity);

  /// The newest page of the group that still waits for an answer, gathers or is held, so that a new
  /// alert may join it. To one that somebody snoozed, or of which nobody knows how it stands,
  /// nothing is added in silence.
  Optional<Page> waiting(Group group);

  /// The newest page of the group that is in somebody's hands.
  Optional<Page> inHand(Group group);

  /// When the newest page of the group opened, over or not.
  Optional<Instant> lastOpened(Group group);

  /// How many pages of a service and urgency opened since then.
  int countOpened(ServiceId service, Urgency urgency, Instant since);

  /// Alerts that are one page.
  ///
  /// @param key of the group within its service and urgency; empty for all of its alerts
  record Group(ServiceId service, Urgency urgency, String key) {}

  /// Waiting and resting pages that move on at `now`: the most urgent first, and among those in
  /// turns one of each service, its newest first, so that no storm makes others wait.
  List<Page> due(Instant now, int limit);

  /// Pages that are not resolved: those that need somebody, those in somebody's hands, those that
  /// rest; of each the newest first.
  List<Page> open(int limit);

  /// Resolved pages, newest first.
  List<Page> resolved(int limit);

  /// Waiting and resting pages that should have moved on before `since` and did not: something is
  /// broken.
  List<Page> overdue(Instant since, int limit);

  /// Pages whose every step was tried, and whose last wake neither told anybody nor will: something
  /// is broken.
  List<Page> adrift(int limit);

  /// Pages that were open at some instant of the span, oldest first, at most `limit`. One that was
  /// resolved at its start was not.
  List<PageLife> aliveWithin(Span span, int limit);
}
