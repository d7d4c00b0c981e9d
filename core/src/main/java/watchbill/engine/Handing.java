package watchbill.engine;

import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.escalation.Page;
import watchbill.notification.Notice;
import watchbill.notification.Notification;

/// All a worker needs to put one notification into words and send it.
public sealed interface Handing {
  Notification notification();

  Person person();

  /// For a page.
  ///
  /// @param next whom the next rung wakes if nobody answers, in words
  record OfPage(Notification notification, Page page, Person person, Optional<String> next)
      implements Handing {}

  record OfNotice(Notification notification, Notice notice, Person person) implements Handing {}
}
