package watchbill.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Decides what an outcome means for a notification. Pure.
public final class Deliveries {
  /// How long a worker may hold a claim before another may take it.
  public static final Duration CLAIM_LEASE = Duration.ofSeconds(30);

  /// How long a provider may take to answer before its answer counts as lost. Longer than a channel
  /// may wait, so that a worker that lives always says the outcome itself.
  public static final Duration ANSWER_LEASE = Duration.ofSeconds(30);

  /// Pauses before each repeat; after the last, the notification is given up.
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(8),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2));

  private Deliveries() {}

  /// The notification about to leave: counted as an attempt before it is made.
  public static Notification hand(Notification claimed, Instant now) {
    return claimed.with(
        new Delivery.Handed(now, now.plus(ANSWER_LEASE)),
        claimed.attempts() + 1,
        claimed.possibleDuplicate());
  }

  /// Somebody else may have told its person already.
  public static Notification doubt(Notification notification) {
    return notification.with(notification.delivery(), notification.attempts(), true);
  }

  /// What became of it where the store could not be asked; what is over stays as it is.
  ///
  /// @param told the same notification, as it stands there
  public static Notification toldElsewhere(Notification kept, Notification told) {
    if (kept.delivery().isOver()) {
      return kept;
    }
    return switch (told.delivery()) {
      case Delivery.Accepted _, Delivery.Delivered _, Delivery.Unknown _ ->
          kept.with(told.delivery(), told.attempts(), true);
      case Delivery.Handed(var at, _) ->
          unknown(
              kept.with(kept.delivery(), told.attempts(), true), "its answer was not heard", at);
      case Delivery.Due _, Delivery.Claimed _, Delivery.Failed _, Delivery.Cancelled _ ->
          told.possibleDuplicate() ? doubt(kept) : kept;
    };
  }

  /// It goes later than it could have.
  public static Notification hold(Notification claimed, Instant until) {
    return claimed.with(new Delivery.Due(until));
  }

  /// What the provider's answer makes of it.
  public static Notification settle(
      Notification handed, Outcome outcome, String provider, Instant now) {
    return switch (outcome) {
      case Outcome.Accepted(var reference, var delivered) when delivered ->
          handed.with(new Delivery.Delivered(now, provider, reference));
      case Outcome.Accepted(var reference, _) ->
          handed.with(new Delivery.Accepted(now, provider, reference));
      case Outcome.Refused(var why) -> handed.with(new Delivery.Failed(now, why));
      case Outcome.Unavailable(var why) -> later(handed, why, now);
      case Outcome.NoAnswer(var why) -> unknown(handed, why, now);
    };
  }

  /// A worker handed it over and was never heard of again.
  public static Notification lost(Notification handed, Instant now) {
    return unknown(handed, "the sender stopped before it heard the answer", now);
  }

  /// A worker that had not begun to send it is dead.
  public static Notification letGo(Notification claimed, Instant now) {
    return claimed.with(new Delivery.Due(now));
  }

  /// It is no longer needed. What a provider has already, it keeps.
  public static Notification cancel(Notification notification, String why, Instant now) {
    return switch (notification.delivery()) {
      case Delivery.Due _, Delivery.Claimed _, Delivery.Unknown _ ->
          notification.with(new Delivery.Cancelled(now, why));
      case Delivery.Handed _,
          Delivery.Accepted _,
          Delivery.Delivered _,
          Delivery.Failed _,
          Delivery.Cancelled _ ->
          notification;
    };
  }

  /// What is not over is given up, whatever a provider may still say of it.
  public static Notification giveUp(Notification notification, String why, Instant now) {
    return notification.delivery().isOver()
        ? notification
        : notification.with(new Delivery.Cancelled(now, why));
  }

  /// Whether it waits for a later moment that need not be waited for.
  public static boolean canHasten(Notification notification, Instant now) {
    return notification.attempts() == 0
        && notification.delivery() instanceof Delivery.Due(var at)
        && at.isAfter(now);
  }

  /// Due at once: a quicker way to the same person has failed.
  public static Notification hasten(Notification notification, Instant now) {
    return notification.with(new Delivery.Due(now));
  }

  private static Notification later(Notification handed, String why, Instant now) {
    if (handed.attempts() > PAUSES.size()) {
      return handed.with(new Delivery.Failed(now, why));
    }
    return handed.with(new Delivery.Due(now.plus(PAUSES.get(handed.attempts() - 1))));
  }

  private static Notification unknown(Notification handed, String why, Instant now) {
    if (handed.attempts() > PAUSES.size()) {
      return handed.with(new Delivery.Failed(now, why));
    }
    Instant again = now.plus(PAUSES.get(handed.attempts() - 1));
    return handed.with(new Delivery.Unknown(now, why, again), handed.attempts(), true);
  }
}
