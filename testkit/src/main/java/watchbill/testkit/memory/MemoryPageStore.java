package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import watchbill.alert.PageId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.PageLife;
import watchbill.escalation.PageStore;
import watchbill.time.Span;

final class MemoryPageStore implements PageStore {
  private static final String LAST_NUMBER = "page number";

  private final Rows<String, Page> rows;
  private final Rows<String, Long> counters;

  MemoryPageStore(Rows<String, Page> rows, Rows<String, Long> counters) {
    this.rows = rows;
    this.counters = counters;
  }

  @Override
  public long nextNumber() {
    long next = counters.find(LAST_NUMBER).orElse(0L) + 1;
    counters.put(LAST_NUMBER, next);
    return next;
  }

  @Override
  public void open(Page page) {
    if (findByNumber(page.number()).isPresent()) {
      throw new IllegalStateException("there is a page already: " + page.number());
    }
    rows.add(page.id().value(), page);
  }

  @Override
  public void save(Page page) {
    Page kept = find(page.id()).orElseThrow();
    put(kept, page.escalation(), page.wakeCount(), kept.alertCount(), kept.openAlertCount());
  }

  @Override
  public void count(PageId page, long alerts, long openAlerts) {
    Page kept = find(page).orElseThrow();
    put(
        kept,
        kept.escalation(),
        kept.wakeCount(),
        kept.alertCount() + alerts,
        kept.openAlertCount() + openAlerts);
  }

  @Override
  public Optional<Page> find(PageId id) {
    return rows.find(id.value());
  }

  @Override
  public Optional<Page> findByNumber(long number) {
    return rows.all().stream().filter(p -> p.number() == number).findFirst();
  }

  @Override
  public Optional<Page> waiting(ServiceId service, Urgency urgency) {
    return waitingBefore(Instant.MAX)
        .filter(p -> p.service().equals(service) && p.urgency() == urgency)
        .findFirst();
  }

  @Override
  public List<Page> due(Instant now, int limit) {
    return waitingBefore(now.plusNanos(1))
        .sorted(Comparator.comparing(Page::urgency))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Page> open(int limit) {
    return newestFirst(p -> !p.escalation().isResolved())
        .sorted(Comparator.comparing((Page p) -> !p.escalation().needsSomebody()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Page> resolved(int limit) {
    return newestFirst(p -> p.escalation().isResolved()).limit(limit).toList();
  }

  @Override
  public List<Page> overdue(Instant since, int limit) {
    return waitingBefore(since).limit(limit).toList();
  }

  @Override
  public List<PageLife> aliveWithin(Span span, int limit) {
    return newestFirst(p -> isAliveWithin(span, p))
        .sorted(Comparator.comparing(p -> p.id().value()))
        .limit(limit)
        .map(p -> new PageLife(p.id(), p.service(), p.openedAt()))
        .toList();
  }

  private static boolean isAliveWithin(Span span, Page page) {
    boolean overBefore =
        page.escalation() instanceof Escalation.Resolved(_, var at) && !at.isAfter(span.from());
    return page.openedAt().isBefore(span.until()) && !overBefore;
  }

  /// Newest first.
  private Stream<Page> waitingBefore(Instant end) {
    return newestFirst(
        p -> p.escalation() instanceof Escalation.Waiting w && w.nextAt().isBefore(end));
  }

  private Stream<Page> newestFirst(Predicate<Page> which) {
    return rows.newestFirst().stream().filter(which);
  }

  private void put(Page p, Escalation escalation, int wakes, long alerts, long openAlerts) {
    var changed =
        new Page(
            p.id(),
            p.number(),
            p.service(),
            p.urgency(),
            p.title(),
            p.openedAt(),
            p.snapshot(),
            escalation,
            wakes,
            alerts,
            openAlerts);
    rows.put(p.id().value(), changed);
  }
}
