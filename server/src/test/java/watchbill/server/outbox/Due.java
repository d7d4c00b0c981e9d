package watchbill.server.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Urgency;
import watchbill.engine.Handing;
import watchbill.escalation.Escalation;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Page;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Target;
import watchbill.notification.About;
import watchbill.notification.Deliveries;
import watchbill.notification.Delivery;
import watchbill.notification.Messages;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.testkit.Cast;

/// Notifications for Ana that fell due, and what the engine hands a courier for them.
final class Due {
  private static final PageId PAGE = new PageId("%026d".formatted(1));

  private Due() {}

  static final Notice WAKE_TEST =
      notice(Notice.Kind.WAKE_TEST, Optional.of(new Notice.Action.Answer("I am awake")));
  static final Notice BEFORE_DUTY = notice(Notice.Kind.BEFORE_DUTY, Optional.empty());

  static Notification by(ContactMethod method, int number) {
    return about(new About.OfPage(PAGE, 1), method, number);
  }

  /// By SMS.
  static Notification of(Notice notice, int number) {
    return about(new About.OfNotice(notice.id()), ContactMethod.SMS, number);
  }

  private static Notification about(About about, ContactMethod method, int number) {
    return new Notification(
        new NotificationId("%026d".formatted(number)),
        about,
        Cast.ANA,
        method,
        method == ContactMethod.EMAIL ? "ana@example.org" : "+34600000001",
        Urgency.NOW,
        "step 1 of 2",
        "primary of rota payments",
        Cast.NIGHT,
        new Delivery.Claimed(Cast.NIGHT.plus(Deliveries.CLAIM_LEASE)),
        0,
        7,
        false);
  }

  static Handing handing(Notification claimed) {
    Notification handed = Deliveries.hand(claimed, Cast.NIGHT);
    return switch (claimed.about()) {
      case About.OfPage _ -> ofPage(handed);
      case About.OfNotice(var id) ->
          new Handing.OfNotice(
              handed, id.equals(WAKE_TEST.id()) ? WAKE_TEST : BEFORE_DUTY, Cast.person(Cast.ANA));
    };
  }

  private static Notice notice(Notice.Kind kind, Optional<Notice.Action> action) {
    return new Notice(
        new NoticeId(kind.word()),
        Cast.ANA,
        kind,
        kind.word(),
        "Can you be woken?",
        List.of(),
        action,
        Cast.NIGHT,
        Optional.empty());
  }

  private static Handing ofPage(Notification handed) {
    var around = new Messages.Around(Optional.of("Ben is told at 04:05"), Optional.empty());
    return new Handing.OfPage(handed, page(), Cast.person(Cast.ANA), around);
  }

  /// The page they are about.
  static Page page() {
    var step =
        new EscalationPolicy.Step(List.of(new Target.ToPerson(Cast.ANA)), Duration.ofMinutes(5));
    var policy =
        new EscalationPolicy("payments", List.of(step), 0, List.of(new Target.ToPerson(Cast.DEV)));
    return new Page(
        PAGE,
        4217,
        Cast.CHECKOUT,
        Urgency.NOW,
        "checkout is down",
        Cast.NIGHT,
        new PolicySnapshot("5a5a", policy, List.of(), List.of(), List.of()),
        new Escalation.Waiting(1, 0, Cast.NIGHT, Cast.NIGHT.plusSeconds(300)),
        1,
        1,
        1);
  }
}
