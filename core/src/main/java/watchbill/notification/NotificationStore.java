package watchbill.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.kernel.Port;

/// The outbox.
@Port
public interface NotificationStore {
  /// Keeps new notifications; one that exists for the same wake or notice, person and method stays
  /// as it is.
  void add(List<Notification> notifications);

  /// Takes what is due, or was claimed and let go: urgent ones first, then the newest page's, and
  /// notices after pages. Each comes back claimed until `until`, with a fence above any before.
  List<Notification> claim(Instant now, Instant until, int limit);

  /// Keeps the new state if nobody else has claimed it since; false when the fence has moved on.
  boolean save(Notification notification);

  /// Those handed to a provider whose answer is overdue at `now`.
  List<Notification> unanswered(Instant now, int limit);

  /// Those about pages that are due for a person, or that a worker has taken and not begun to send;
  /// at most `limit`.
  List<Notification> dueFor(PersonId person, Instant now, int limit);

  /// Those of a page that are not over.
  List<Notification> pending(PageId page);

  /// All that are not over, at most `limit`.
  List<Notification> pending(int limit);

  /// All of a page, oldest first, at most `limit`.
  List<Notification> of(PageId page, int limit);

  /// All of a notice, oldest first; there is one for each method at most.
  List<Notification> of(NoticeId notice);

  /// Those by this method that were ordered since then and handed to a provider, the newest first;
  /// at most `limit`.
  List<Notification> sent(ContactMethod method, Instant since, int limit);

  Optional<Notification> find(NotificationId id);

  /// When the next one can be claimed; empty when none waits. One that was handed over is not
  /// waited for here: a tick looks after it.
  Optional<Instant> nextDue();
}
