package watchbill.notification;

import java.time.Instant;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;

/// One message about pages that left for a person.
///
/// @param lead the notification it is sent as; others may have gone with it
/// @param single whether it was one of the few that are sent by themselves
public record Dispatch(
    NotificationId lead,
    PersonId person,
    ContactMethod method,
    Urgency urgency,
    Instant at,
    boolean single) {}
