package watchbill.notification;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;

/// One person told once by one contact method.
///
/// @param about the wake of a page, or the notice, that ordered it
/// @param address where it goes, copied: a phone deleted later loses nothing
/// @param rung what ordered it: `step 2 of 3`; of a notice its kind: `wake test`
/// @param why why this person: `primary of rota payments until …`; of a notice its headline
/// @param attempts how often it was handed to a provider
/// @param fence grows with each claim; a worker that holds an older one has lost its lease
/// @param possibleDuplicate an earlier attempt was never answered
public record Notification(
    NotificationId id,
    About about,
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

  /// Whether it is of a page's wake of this number.
  public boolean isOfWake(int wake) {
    return about instanceof About.OfPage(_, var mine) && mine == wake;
  }

  /// When it left the house; empty when it never did, or was refused.
  public Optional<Instant> leftAt() {
    return switch (delivery) {
      case Delivery.Handed(var at, _) -> Optional.of(at);
      case Delivery.Accepted(var at, _, _) -> Optional.of(at);
      case Delivery.Delivered(var at, _, _) -> Optional.of(at);
      case Delivery.Unknown(var at, _, _) -> Optional.of(at);
      case Delivery.Cancelled _, Delivery.Due _, Delivery.Claimed _ ->
          possibleDuplicate ? Optional.of(createdAt) : Optional.empty();
      case Delivery.Failed _ -> Optional.empty();
    };
  }

  /// As if it had never been tried.
  public Notification again(Delivery.Due due) {
    return with(due, 0, false);
  }

  Notification with(Delivery next) {
    return with(next, attempts, possibleDuplicate);
  }

  /// The same after an attempt.
  public Notification with(Delivery next, int attemptCount, boolean duplicate) {
    return new Notification(
        id,
        about,
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
