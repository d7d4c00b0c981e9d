package watchbill.testkit.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.notification.About;
import watchbill.notification.Delivery;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.notification.NotificationStore;

final class MemoryNotificationStore implements NotificationStore {
  private static final Comparator<Notification> MOST_URGENT_THEN_NEWEST_PAGE =
      Comparator.comparing(Notification::urgency)
          .thenComparing(MemoryNotificationStore::pageIdOrNothing, Comparator.reverseOrder())
          .thenComparing(n -> n.id().value());

  private static final Comparator<Notification> NEWEST_FIRST =
      Comparator.comparing(Notification::createdAt).thenComparing(n -> n.id().value()).reversed();

  private final Rows<String, Notification> rows;

  MemoryNotificationStore(Rows<String, Notification> rows) {
    this.rows = rows;
  }

  @Override
  public void add(List<Notification> notifications) {
    for (Notification n : notifications) {
      if (which(known -> sameOrder(known, n)).findAny().isEmpty()) {
        rows.add(n.id().value(), n);
      }
    }
  }

  @Override
  public List<Notification> claim(Instant now, Instant until, int limit) {
    List<Notification> free =
        which(n -> claimableAt(n).filter(at -> !now.isBefore(at)).isPresent())
            .sorted(MOST_URGENT_THEN_NEWEST_PAGE)
            .limit(limit)
            .toList();
    List<Notification> claimed = new ArrayList<>();
    for (Notification n : free) {
      Notification taken = taken(n, until);
      rows.put(n.id().value(), taken);
      claimed.add(taken);
    }
    return claimed;
  }

  @Override
  public boolean save(Notification notification) {
    Notification kept = find(notification.id()).orElseThrow();
    if (kept.fence() != notification.fence()) {
      return false;
    }
    rows.put(notification.id().value(), notification);
    return true;
  }

  @Override
  public List<Notification> unanswered(Instant now, int limit) {
    return which(n -> n.delivery() instanceof Delivery.Handed h && !now.isBefore(h.until()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Notification> dueFor(PersonId person, Instant now, int limit) {
    return rows.newestFirst().stream()
        .filter(n -> n.person().equals(person) && n.about() instanceof About.OfPage)
        .filter(n ->
            n.delivery() instanceof Delivery.Claimed
                || claimableAt(n).filter(at -> !now.isBefore(at)).isPresent())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Notification> pending(PageId page) {
    return which(n -> isOf(page, n) && !n.delivery().isOver()).toList();
  }

  @Override
  public List<Notification> pending(int limit) {
    return which(n -> !n.delivery().isOver()).limit(limit).toList();
  }

  @Override
  public List<Notification> of(PageId page, int limit) {
    return which(n -> isOf(page, n)).limit(limit).toList();
  }

  @Override
  public List<Notification> of(NoticeId notice) {
    return which(n -> n.about().equals(new About.OfNotice(notice))).toList();
  }

  @Override
  public List<Notification> sent(ContactMethod method, Instant since, int limit) {
    return which(n -> n.method() == method && n.attempts() > 0 && !n.createdAt().isBefore(since))
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return rows.find(id.value());
  }

  @Override
  public Optional<Instant> nextDue() {
    return rows.all().stream().flatMap(n -> claimableAt(n).stream()).min(Comparator.naturalOrder());
  }

  private Stream<Notification> which(Predicate<Notification> is) {
    return rows.all().stream().filter(is);
  }

  private static Optional<Instant> claimableAt(Notification n) {
    return switch (n.delivery()) {
      case Delivery.Due(var at) -> Optional.of(at);
      case Delivery.Claimed(var until) -> Optional.of(until);
      case Delivery.Unknown(_, _, var againAt) -> Optional.of(againAt);
      case Delivery.Handed _,
          Delivery.Accepted _,
          Delivery.Delivered _,
          Delivery.Failed _,
          Delivery.Cancelled _ ->
          Optional.empty();
    };
  }

  private static boolean isOf(PageId page, Notification n) {
    return n.about() instanceof About.OfPage(var id, _) && id.equals(page);
  }

  /// Notices come after all pages.
  private static String pageIdOrNothing(Notification n) {
    return switch (n.about()) {
      case About.OfPage(var page, _) -> page.value();
      case About.OfNotice _ -> "";
    };
  }

  private static boolean sameOrder(Notification one, Notification other) {
    return one.about().equals(other.about())
        && one.person().equals(other.person())
        && one.method() == other.method();
  }

  private static Notification taken(Notification n, Instant until) {
    return new Notification(
        n.id(),
        n.about(),
        n.person(),
        n.method(),
        n.address(),
        n.urgency(),
        n.rung(),
        n.why(),
        n.createdAt(),
        new Delivery.Claimed(until),
        n.attempts(),
        n.fence() + 1,
        n.possibleDuplicate());
  }
}
