package watchbill.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
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

  /// The newest page of the service that still waits for an answer, so that a new alert may join
  /// it.
  Optional<Page> waiting(ServiceId service, Urgency urgency);

  /// Waiting pages whose next step is due at `now`: the most urgent first, then the newest.
  List<Page> due(Instant now, int limit);

  /// Pages that are not resolved, those that need somebody first, then the newest.
  List<Page> open(int limit);

  /// Resolved pages, newest first.
  List<Page> resolved(int limit);

  /// Waiting pages that should have moved on before `since` and did not: something is broken.
  List<Page> overdue(Instant since, int limit);

  /// Pages that were open at some instant of the span, oldest first, at most `limit`. One that was
  /// resolved at its start was not.
  List<PageLife> aliveWithin(Span span, int limit);
}
