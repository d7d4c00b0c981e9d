package watchbill.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.catalog.ContactMethod.CALL;
import static watchbill.catalog.ContactMethod.EMAIL;
import static watchbill.catalog.ContactMethod.SMS;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.DEV;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.NIGHT;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.ContactRule;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.Person;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Urgency;
import watchbill.change.Change;
import watchbill.change.ChangeId;
import watchbill.crew.Crew;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Escalations;
import watchbill.escalation.Page;
import watchbill.escalation.Reason;
import watchbill.escalation.Recipient;
import watchbill.escalation.Target;
import watchbill.escalation.Wake;

class NotificationsTest {
  private static final Messages.Around ALONE =
      new Messages.Around(Optional.empty(), Optional.empty());

  private static final EscalationPolicy POLICY =
      new EscalationPolicy(
          "payments",
          List.of(
              new EscalationPolicy.Step(List.of(new Target.ToPerson(ANA)), Duration.ofMinutes(5))),
          0,
          List.of(new Target.ToPerson(DEV)));
  private static final Page PAGE = Crew.page(POLICY, Escalations.begin(POLICY, NIGHT).escalation());
  private static final Person PERSON = Crew.person(ANA, "Ana Ruiz");
  private static final Recipient RECIPIENT = new Recipient(PERSON, "primary of rota payments");
  private static final Wake STEP =
      new Wake(new Wake.Rung.OfStep(1, 2), List.of(), new Reason.PageOpened());
  private static final URI LINK = URI.create("https://watchbill.example.org/w/x");

  private int lastId;

  @Test
  void aStepTellsByEachRuleAtItsDelay() {
    List<Notification> planned = plan(STEP, RECIPIENT);
    assertThat(planned).extracting(Notification::method).containsExactly(SMS, CALL);
    assertThat(planned)
        .extracting(Notification::delivery)
        .containsExactly(new Delivery.Due(NIGHT), new Delivery.Due(NIGHT.plusSeconds(120)));
    Notification sms = planned.getFirst();
    assertThat(sms.address()).isEqualTo("+34600000001");
    assertThat(sms.about()).isEqualTo(new About.OfPage(PAGE.id(), 1));
    assertThat(sms.why()).isEqualTo("primary of rota payments");
    assertThat(planned).extracting(Notification::id).doesNotHaveDuplicates();
  }

  @Test
  void theFallbackIsToldByEverythingAtOnce() {
    var wake = new Wake(new Wake.Rung.OfFallback(), List.of(), new Reason.EveryStepTried(1));
    List<Notification> planned = plan(wake, RECIPIENT);
    assertThat(planned).extracting(Notification::delivery).containsOnly(new Delivery.Due(NIGHT));
    assertThat(planned.getFirst().why())
        .isEqualTo("primary of rota payments; every step was tried and nobody answered");
  }

  @Test
  void aRuleWithoutAnAddressIsNoWay() {
    var rule = new ContactRule(SMS, Duration.ZERO);
    var noPhone =
        new Person(
            ANA,
            "Ana",
            MADRID,
            Map.of(EMAIL, "ana@example.org"),
            Map.of(Urgency.NOW, List.of(rule, new ContactRule(EMAIL, Duration.ofMinutes(1)))));
    assertThat(plan(STEP, new Recipient(noPhone, "")))
        .extracting(Notification::method)
        .containsExactly(EMAIL);
    assertThat(Notifications.reachable(noPhone, Urgency.NOW)).isTrue();
    assertThat(Notifications.reachable(noPhone, Urgency.WORKING_HOURS)).isFalse();
  }

  @Test
  void theMessageSaysAllThatIsNeededToGetUpOrToSleepOn() {
    Notification sms = plan(STEP, RECIPIENT).getFirst();
    Message message = Messages.compose(sms, PAGE, PERSON, around("4 min before: Deploy v41"), LINK);
    assertThat(message.subject()).isEqualTo("[page 4217] checkout is down");
    assertThat(message.factsAsText())
        .isEqualTo(
            """
            Since: 04:00 CET (03:00 UTC)
            Service: checkout
            Changed: 4 min before: Deploy v41
            Why you: primary of rota payments (step 1 of 2)
            If you do nothing: Ben is told at 04:05
            """);
    assertThat(message.action()).contains(Message.Action.acknowledge(LINK));
    assertThat(message.key()).isEqualTo(sms.id());
  }

  @Test
  void changesBeforeAPageAreToldInOneLineThatClaimsNothing() {
    Change own = change("checkout", Duration.ofMinutes(4), "Deploy v41");
    Change ofAnother = change("ledger", Duration.ofMinutes(70), "Deploy " + "x".repeat(200));
    assertThat(Messages.changed(List.of(), PAGE)).isEmpty();
    assertThat(Messages.changed(List.of(own), PAGE)).contains("4 min before: Deploy v41");
    assertThat(Messages.changed(List.of(own, ofAnother, ofAnother), PAGE))
        .contains("4 min before: Deploy v41 (and 2 more)");
    assertThat(Messages.changed(List.of(ofAnother), PAGE).orElseThrow())
        .startsWith("1 h 10 min before, in ledger: Deploy xxx")
        .endsWith("x…")
        .hasSizeLessThan(160);
  }

  private static Change change(String service, Duration before, String summary) {
    return new Change(
        new ChangeId("c"),
        new ServiceId(service),
        new IntegrationId("github"),
        summary,
        "",
        PAGE.openedAt().minus(before),
        PAGE.openedAt(),
        Map.of());
  }

  private static Messages.Around around(String changed) {
    return new Messages.Around(Optional.of("Ben is told at 04:05"), Optional.of(changed));
  }

  @Test
  void theLastInLineIsToldThatNobodyFollows() {
    Notification sms = plan(STEP, RECIPIENT).getFirst();
    Message message = Messages.compose(sms, PAGE, PERSON, ALONE, LINK);
    assertThat(message.factsAsText())
        .contains("If you do nothing: nobody else is told; the page stays open");
  }

  @Test
  void aRepeatInDoubtIsMarked() {
    Notification sms = plan(STEP, RECIPIENT).getFirst();
    Notification doubt = sms.with(sms.delivery(), 1, true);
    assertThat(Messages.compose(doubt, PAGE, PERSON, ALONE, LINK).subject())
        .isEqualTo("[possible duplicate] [page 4217] checkout is down");
  }

  @Test
  void saysWhomTheNextRungWakesInTheReadersTime() {
    Escalations.Next next = Escalations.next(PAGE.escalation(), POLICY).orElseThrow();
    Recipient dev = new Recipient(Crew.person(DEV, "Dev"), "");
    assertThat(Messages.next(next, List.of(dev), MADRID))
        .isEqualTo("Dev is told at 04:05 (fallback)");
    assertThat(Messages.next(next, List.of(dev, RECIPIENT), MADRID))
        .isEqualTo("Dev, Ana Ruiz are told at 04:05 (fallback)");
    assertThat(Messages.next(next, List.of(), MADRID))
        .isEqualTo("the fallback is told at 04:05 (fallback)");
  }

  private List<Notification> plan(Wake wake, Recipient recipient) {
    return Notifications.plan(PAGE, wake, recipient, () -> "n" + ++lastId, NIGHT);
  }
}
