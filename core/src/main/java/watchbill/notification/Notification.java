package watchbill.notification;

import java.time.Instant;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;

/// One person told once by one contact method.
///
/// @param wake which of the page's wakes ordered it, from 1; unique with page, person and method
/// @param address where it goes, copied: a phone deleted later loses nothing
/// @param rung `step 2 of 3`
/// @param why why this person: `primary of rota payments until …`
/// @param attempts how often it was handed to a provider
/// @param fence grows with each claim; a worker that holds an older one has lost its lease
/// @param possibleDuplicate an earlier attempt was never answered
public record Notification(
    NotificationId id,
    PageId page,
    int wake,
    PersonId person,
    ContactMethod method,
    String address,
    Urgency urgency,
    String rung,
    String why,
    Instant createdAt,
    Delivery delivery,
    int attempts,
    long fence,
    boolean possibleDuplicate) {

  Notification with(Delivery next) {
    return with(next, attempts, possibleDuplicate);
  }

  Notification with(Delivery next, int attemptCount, boolean duplicate) {
    return new Notification(
        id,
        page,
        wake,
        person,
        method,
        address,
        urgency,
        rung,
        why,
        createdAt,
        next,
        attemptCount,
        fence,
        duplicate);
  }
}
