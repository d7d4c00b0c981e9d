package watchbill.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;

/// Test messages by the real providers, to an address that is there for them. Pure.
public final class Canaries {
  private static final String MARK = "canary-";
  private static final PersonId NOBODY = new PersonId("watchbill");

  private Canaries() {}

  /// The one of a day; it is sent once.
  public static NotificationId ofDay(ContactMethod method, Instant now) {
    return new NotificationId(
        MARK + method.word() + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /// The one of an hour, after the one of the day failed.
  public static NotificationId ofHour(ContactMethod method, Instant now) {
    return new NotificationId(MARK + method.word() + "-" + now.truncatedTo(ChronoUnit.HOURS));
  }

  /// Whether this was one.
  public static boolean isOne(Notification notification) {
    return notification.about() instanceof About.OfNotice(var notice)
        && notice.value().startsWith(MARK);
  }

  /// What it says.
  public static Message message(NotificationId id) {
    return new Message(
        id,
        new Message.Topic.OfNotice(new NoticeId(id.value()), Notice.Kind.TEST),
        Urgency.WORKING_HOURS,
        "Watchbill tests this way; nothing is to be done",
        List.of(new Message.Fact("Why", "a canary: it goes out each day, and it is missed")),
        Optional.empty(),
        false);
  }

  /// It as it is kept, with what came of it. It is tried once: the next one tells more than a
  /// repeat.
  public static Notification kept(
      NotificationId id, ContactMethod method, String address, Instant begunAt, Delivery came) {
    return new Notification(
        id,
        new About.OfNotice(new NoticeId(id.value())),
        NOBODY,
        method,
        address,
        Urgency.WORKING_HOURS,
        "canary",
        "a test message",
        begunAt,
        came,
        1,
        0,
        false);
  }

  /// What came of it.
  public static Delivery cameOf(Outcome outcome, String provider, Instant now) {
    return switch (outcome) {
      case Outcome.Accepted(var reference, var delivered) ->
          delivered
              ? new Delivery.Delivered(now, provider, reference)
              : new Delivery.Accepted(now, provider, reference);
      case Outcome.Refused(var why) -> new Delivery.Failed(now, why);
      case Outcome.Unavailable(var why) -> new Delivery.Failed(now, why);
      case Outcome.NoAnswer(var why) -> new Delivery.Failed(now, why);
    };
  }
}
