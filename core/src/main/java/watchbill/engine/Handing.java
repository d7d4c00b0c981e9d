package watchbill.engine;

import watchbill.catalog.Person;
import watchbill.escalation.Page;
import watchbill.notification.Messages;
import watchbill.notification.Notice;
import watchbill.notification.Notification;

/// All a worker needs to put one notification into words and send it.
public sealed interface Handing {
  Notification notification();

  Person person();

  /// For a page.
  ///
  /// @param around whom the next rung wakes if nobody answers, and what changed before
  record OfPage(Notification notification, Page page, Person person, Messages.Around around)
      implements Handing {}

  record OfNotice(Notification notification, Notice notice, Person person) implements Handing {}
}
