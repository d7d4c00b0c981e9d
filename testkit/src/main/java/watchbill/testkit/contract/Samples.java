package watchbill.testkit.contract;

import static watchbill.testkit.Cast.ANA;
import static watchbill.testkit.Cast.CHECKOUT;
import static watchbill.testkit.Cast.NIGHT;
import static watchbill.testkit.Cast.PROMETHEUS;
import static watchbill.testkit.Cast.ROTA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.alert.Alert;
import watchbill.alert.AlertId;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertState;
import watchbill.alert.Condition;
import watchbill.alert.EventId;
import watchbill.alert.KnownAlert;
import watchbill.alert.PageId;
import watchbill.alert.Severity;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Page;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Target;
import watchbill.notification.About;
import watchbill.notification.Delivery;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.Notification;
import watchbill.notification.NotificationId;
import watchbill.rota.Role;
import watchbill.testkit.Cast;

/// Things to keep in a store. A larger number means a later one, in ids and in time alike.
final class Samples {
  /// What people and programs really send. Every store gives each back as it was.
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "O'Brien said \"no\"; \\ DROP TABLE page; --",
          "two\nlines\r\nand\ta tab",
          "ñandú, naïve, Ζεύς, 漢字, עברית, \uD83D\uDD25, e\u0301, \u202Eturned",
          "${jndi} #{el} %s %n ? :name {} <b>&amp;</b>",
          "\u0001\u001B[31m\u007F\uFEFF",
          "x".repeat(70_000));

  /// Instants that are easy to lose: a sender's "no time", whole microseconds, far ahead, and
  /// before 1970, where rounding turns round.
  static final List<Instant> INSTANTS =
      List.of(
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.EPOCH,
          Instant.parse("2025-01-06T03:00:00.000001Z"),
          Instant.parse("9999-12-31T23:59:59.999999Z"));

  private Samples() {}

  static Instant minute(long number) {
    return NIGHT.plus(Duration.ofMinutes(number));
  }

  /// An id as the id source makes them: 26 characters, ordered by number.
  static String id(long number) {
    return "01%024d".formatted(number);
  }

  static AlertKey key(String deduplicationKey) {
    return AlertKey.of(PROMETHEUS, deduplicationKey);
  }

  static PageId pageId(long number) {
    return new PageId(id(number));
  }

  static Condition condition(String summary, Severity severity) {
    return new Condition(
        summary,
        "web-1",
        severity,
        Map.of("alertname", "HighErrorRate", "job", "checkout"),
        Map.of("description", "more than 5 % fail"));
  }

  /// An open, critical alert, first heard of in minute `number`, under page `page`.
  static Alert alert(long number, String deduplicationKey, PageId page) {
    return new Alert(
        new AlertId(id(number)),
        key(deduplicationKey),
        PROMETHEUS,
        CHECKOUT,
        deduplicationKey,
        condition("checkout is down", Severity.CRITICAL),
        new AlertState.Open(),
        Optional.of(page),
        Optional.empty(),
        minute(number).minusSeconds(30),
        minute(number),
        minute(number),
        Optional.empty(),
        1,
        new EventId(id(number)),
        new EventId(id(number)));
  }

  static Alert with(Alert a, Condition condition, Optional<Instant> leaseUntil) {
    return new Alert(
        a.id(),
        a.key(),
        a.integration(),
        a.service(),
        a.deduplicationKey(),
        condition,
        a.state(),
        a.page(),
        a.suppression(),
        a.startsAt(),
        a.openedAt(),
        a.lastSeenAt(),
        leaseUntil,
        a.reportCount(),
        a.firstEvent(),
        a.lastEvent());
  }

  static Alert leased(Alert a, Instant until) {
    return with(a, a.condition(), Optional.of(until));
  }

  static Alert standing(Alert a, AlertState state) {
    return new Alert(
        a.id(),
        a.key(),
        a.integration(),
        a.service(),
        a.deduplicationKey(),
        a.condition(),
        state,
        a.page(),
        a.suppression(),
        a.startsAt(),
        a.openedAt(),
        a.lastSeenAt(),
        a.leaseUntil(),
        a.reportCount(),
        a.firstEvent(),
        a.lastEvent());
  }

  /// The little that a store says of an alert when it is asked by key.
  static KnownAlert known(Alert a) {
    return new KnownAlert(
        a.id(),
        a.key(),
        a.page(),
        a.condition().severity().urgency(),
        a.state(),
        a.startsAt(),
        a.leaseUntil(),
        a.condition().fingerprint());
  }

  static EscalationPolicy policy() {
    var first =
        new EscalationPolicy.Step(
            List.of(new Target.ToRota(ROTA, Role.PRIMARY)), Duration.ofMinutes(5));
    return new EscalationPolicy(
        "payments", List.of(first), 0, List.of(new Target.ToPerson(Cast.DEV)));
  }

  static PolicySnapshot snapshot() {
    return new PolicySnapshot(
        "5a5a",
        policy(),
        List.of(Cast.rota(ANA)),
        List.of(),
        List.of(Cast.person(ANA), Cast.person(Cast.DEV)));
  }

  /// Waiting since minute `number`, and due five minutes later.
  static Escalation waiting(long number) {
    return new Escalation.Waiting(1, 0, minute(number), minute(number + 5));
  }

  static Escalation acknowledged(long number) {
    return new Escalation.Acknowledged("ana", minute(number), 1, 0);
  }

  static Escalation resolved(long number) {
    return new Escalation.Resolved("ana", minute(number));
  }

  static Page page(long number, Escalation escalation) {
    return page(number, CHECKOUT, Urgency.NOW, escalation);
  }

  static Page page(long number, ServiceId service, Urgency urgency, Escalation escalation) {
    return new Page(
        pageId(number),
        number,
        service,
        urgency,
        "checkout is down",
        minute(number),
        snapshot(),
        escalation,
        1,
        0,
        0);
  }

  /// Number `number`, a wake test for Ana, of use for ten minutes.
  static Notice notice(long number) {
    return new Notice(
        new NoticeId(id(number)),
        ANA,
        Notice.Kind.WAKE_TEST,
        "wake-test/" + number,
        "Can you be woken?",
        List.of(new Message.Fact("Why you", "your duty begins")),
        Optional.of(new Notice.Action.Answer("I am awake")),
        minute(number),
        Optional.of(minute(number + 10)));
  }

  /// Number `number`, for Ana by SMS, of the first wake of page `page`.
  static Notification notification(long number, long page, Delivery delivery) {
    return notification(number, page, ContactMethod.SMS, Urgency.NOW, delivery);
  }

  static Notification notification(
      long number, long page, ContactMethod method, Urgency urgency, Delivery delivery) {
    return new Notification(
        new NotificationId(id(number)),
        new About.OfPage(pageId(page), 1),
        ANA,
        method,
        "+34600000001",
        urgency,
        "step 1 of 2",
        "primary of rota payments",
        minute(number),
        delivery,
        0,
        0,
        false);
  }

  /// The same with another state and no other change.
  static Notification with(Notification n, Delivery delivery) {
    return withFence(n, delivery, n.fence());
  }

  static Notification withFence(Notification n, Delivery delivery, long fence) {
    return new Notification(
        n.id(),
        n.about(),
        n.person(),
        n.method(),
        n.address(),
        n.urgency(),
        n.rung(),
        n.why(),
        n.createdAt(),
        delivery,
        n.attempts(),
        fence,
        n.possibleDuplicate());
  }
}
