package watchbill.engine;

import java.util.List;
import watchbill.catalog.Person;
import watchbill.escalation.Page;
import watchbill.notification.Messages;
import watchbill.notification.Notice;
import watchbill.notification.Notification;

/// All a worker needs to put one notification into words and send it.
public sealed interface Handing {
  /// What it is sent as.
  Notification notification();

  /// All that is told by it.
  default List<Notification> notifications() {
    return switch (this) {
      case OfPages(var pages, _, _) -> pages.stream().map(OfPage::notification).toList();
      case OfPage _, OfNotice _, OfSelfTest _ -> List.of(notification());
    };
  }

  /// For a page.
  ///
  /// @param around whom the next rung wakes if nobody answers, and what changed before
  record OfPage(Notification notification, Page page, Person person, Messages.Around around)
      implements Handing {}

  /// For several pages at once, or for one whose reader has had several messages already.
  ///
  /// @param pages the most important in front; it is sent as the first
  /// @param more whether the reader was told of none of them before
  record OfPages(List<OfPage> pages, Person person, boolean more) implements Handing {
    public OfPages {
      pages = List.copyOf(pages);
    }

    @Override
    public Notification notification() {
      return pages.getFirst().notification();
    }
  }

  /// For nobody: it goes to the provider that leads back to us.
  record OfSelfTest(Notification notification) implements Handing {}

  record OfNotice(Notification notification, Notice notice, Person person) implements Handing {}
}
