package watchbill.testkit.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.Page;
import watchbill.escalation.PageLife;
import watchbill.escalation.PageStore;
import watchbill.notification.About;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.time.Span;

final class MemoryPageStore implements PageStore {
  private static final String LAST_NUMBER = "page number";

  private final Rows<String, Page> rows;
  private final Rows<String, Long> counters;
  private final Rows<String, Notification> notifications;

  MemoryPageStore(
      Rows<String, Page> rows,
      Rows<String, Long> counters,
      Rows<String, Notification> notifications) {
    this.rows = rows;
    this.counters = counters;
    this.notifications = notifications;
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
    put(
        kept,
        page.escalation(),
        page.wakeCount(),
        kept.alertCount(),
        kept.openAlertCount(),
        kept.severity());
  }

  @Override
  public void count(PageId page, long alerts, long openAlerts) {
    Page kept = find(page).orElseThrow();
    put(
        kept,
        kept.escalation(),
        kept.wakeCount(),
        kept.alertCount() + alerts,
        kept.openAlertCount() + openAlerts,
        kept.severity());
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
  public void worsen(PageId page, Severity severity) {
    Page p = find(page).orElseThrow();
    put(p, p.escalation(), p.wakeCount(), p.alertCount(), p.openAlertCount(), severity);
  }

  @Override
  public Optional<Page> waiting(Group group) {
    return waitingBefore(Instant.MAX)
        .filter(p -> isOf(group, p))
        .filter(p -> !takesNothingMore(p))
        .findFirst();
  }

  @Override
  public Optional<Page> inHand(Group group) {
    return newestFirst(p -> p.escalation() instanceof Escalation.Acknowledged)
        .filter(p -> isOf(group, p))
        .findFirst();
  }

  @Override
  public Optional<Instant> lastOpened(Group group) {
    return newestFirst(p -> isOf(group, p)).map(Page::openedAt).findFirst();
  }

  @Override
  public int countOpened(ServiceId service, Urgency urgency, Instant since) {
    return (int)
        newestFirst(p -> p.service().equals(service) && p.urgency() == urgency)
            .filter(p -> !p.openedAt().isBefore(since))
            .count();
  }

  private static boolean isOf(Group group, Page page) {
    return group.equals(new Group(page.service(), page.urgency(), page.group()));
  }

  @Override
  public List<Page> due(Instant now, int limit) {
    Map<Turn, Integer> turns = new HashMap<>();
    record Ranked(Page page, int rank) {}
    return waitingBefore(now.plusNanos(1))
        .map(p -> new Ranked(p, turns.merge(new Turn(p.service(), p.urgency()), 1, Integer::sum)))
        .sorted(
            Comparator.comparing((Ranked r) -> r.page().urgency()).thenComparingInt(Ranked::rank))
        .limit(limit)
        .map(Ranked::page)
        .toList();
  }

  @Override
  public List<Page> open(int limit) {
    return newestFirst(p -> !p.escalation().isResolved())
        .sorted(Comparator.comparingInt(p -> rank(p.escalation())))
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
  public List<Page> adrift(int limit) {
    return rows.all().stream()
        .filter(p -> p.escalation() instanceof Escalation.Exhausted)
        .filter(p -> notifications.all().stream().noneMatch(n -> tellsOfLastWake(n, p)))
        .limit(limit)
        .toList();
  }

  private static boolean tellsOfLastWake(Notification n, Page page) {
    boolean lost =
        n.delivery() instanceof Delivery.Failed || n.delivery() instanceof Delivery.Cancelled;
    return !lost && n.about().equals(new About.OfPage(page.id(), page.wakeCount()));
  }

  @Override
  public List<PageLife> aliveWithin(Span span, int limit) {
    return newestFirst(p -> isAliveWithin(span, p))
        .sorted(Comparator.comparing(p -> p.id().value()))
        .limit(limit)
        .map(p -> new PageLife(p.id(), p.service(), p.openedAt()))
        .toList();
  }

  /// Whose pages take turns with those of others.
  private record Turn(ServiceId service, Urgency urgency) {}

  private static boolean isAliveWithin(Span span, Page page) {
    boolean overBefore =
        page.escalation() instanceof Escalation.Resolved(_, var at) && !at.isAfter(span.from());
    return page.openedAt().isBefore(span.until()) && !overBefore;
  }

  /// Newest first.
  private Stream<Page> waitingBefore(Instant end) {
    return newestFirst(p -> p.escalation().movesAt().filter(at -> at.isBefore(end)).isPresent());
  }

  private static boolean takesNothingMore(Page page) {
    return page.escalation() instanceof Escalation.Resting r
        && (r.why() == Escalation.Resting.Why.SNOOZED || r.why() == Escalation.Resting.Why.UNHEARD);
  }

  private static int rank(Escalation escalation) {
    return switch (escalation) {
      case Escalation.Waiting _, Escalation.Exhausted _ -> 0;
      case Escalation.Acknowledged _ -> 1;
      case Escalation.Resting _ -> 2;
      case Escalation.Resolved _ -> 3;
    };
  }

  private Stream<Page> newestFirst(Predicate<Page> which) {
    return rows.newestFirst().stream().filter(which);
  }

  private void put(
      Page p, Escalation escalation, int wakes, long alerts, long openAlerts, Severity severity) {
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
            openAlerts,
            p.group(),
            severity);
    rows.put(p.id().value(), changed);
  }
}
