package watchbill.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import watchbill.escalation.Page;
import watchbill.notification.About;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;

/// One page in the memory of a node that can't reach the store.
///
/// @param kept as the store last had it
/// @param page how far the node has gone on with it since
/// @param notifications those that were not over, and those that were planned since
/// @param sent which of them the node tried to tell
/// @param climbs what happened to the page since, in order
public record Remembered(
    Page kept,
    Page page,
    List<Notification> notifications,
    List<NotificationId> sent,
    List<Climbed> climbs) {
  public Remembered {
    notifications = List.copyOf(notifications);
    sent = List.copyOf(sent);
    climbs = List.copyOf(climbs);
  }

  /// For the timeline of the page.
  public record Climbed(Instant at, String said, String because) {}

  static Remembered of(Page page, List<Notification> pending) {
    return new Remembered(page, page, pending, List.of(), List.of());
  }

  /// Whether there is anything that the store does not know.
  boolean isNews() {
    return !page.equals(kept) || !sent.isEmpty();
  }

  /// Whether this notification was planned without the store.
  boolean isOurs(Notification one) {
    return one.about() instanceof About.OfPage(_, var wake) && wake > kept.wakeCount();
  }

  Remembered at(Page further) {
    return new Remembered(kept, further, notifications, sent, climbs);
  }

  Remembered waking(List<Notification> planned, Climbed climbed) {
    List<Notification> all = new ArrayList<>(notifications);
    all.addAll(planned);
    return new Remembered(kept, page, all, sent, with(climbed));
  }

  Remembered noting(Climbed climbed) {
    return new Remembered(kept, page, notifications, sent, with(climbed));
  }

  Remembered sending(Notification handed) {
    List<NotificationId> all = new ArrayList<>(sent);
    if (!all.contains(handed.id())) {
      all.add(handed.id());
    }
    Remembered changed = changing(n -> n.id().equals(handed.id()) ? handed : n);
    return new Remembered(kept, page, changed.notifications(), all, climbs);
  }

  Remembered changing(UnaryOperator<Notification> change) {
    return new Remembered(kept, page, notifications.stream().map(change).toList(), sent, climbs);
  }

  private List<Climbed> with(Climbed climbed) {
    List<Climbed> all = new ArrayList<>(climbs);
    all.add(climbed);
    return all;
  }
}
