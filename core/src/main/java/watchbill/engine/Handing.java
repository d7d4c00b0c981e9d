package watchbill.engine;

import java.util.Optional;
import watchbill.catalog.Person;
import watchbill.escalation.Page;
import watchbill.notification.Notification;

/// All a worker needs to put one notification into words and send it.
///
/// @param next whom the next rung wakes if nobody answers, in words
public record Handing(Notification notification, Page page, Person person, Optional<String> next) {}
