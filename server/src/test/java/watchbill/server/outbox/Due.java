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
import watchbill.notification.Deliveries;
import watchbill.notification.Delivery;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.testkit.Cast;

/// Notifications for Ana that fell due, and what the engine hands a courier for them.
final class Due {
  private Due() {}

  static Notification by(ContactMethod method, int number) {
    return new Notification(
        new NotificationId("%026d".formatted(number)),
        new PageId("%026d".formatted(1)),
        1,
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
    var step =
        new EscalationPolicy.Step(List.of(new Target.ToPerson(Cast.ANA)), Duration.ofMinutes(5));
    var policy =
        new EscalationPolicy("payments", List.of(step), 0, List.of(new Target.ToPerson(Cast.DEV)));
    var page =
        new Page(
            claimed.page(),
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
    Notification handed = Deliveries.hand(claimed, Cast.NIGHT);
    return new Handing(handed, page, Cast.person(Cast.ANA), Optional.of("Ben is told at 04:05"));
  }
}
