package watchbill.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.crew.Crew.ANA;
import static watchbill.crew.Crew.MADRID;
import static watchbill.crew.Crew.NIGHT;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.Urgency;

class NoticesTest {
  private static final URI LINK = URI.create("https://watchbill.example.org/n/x");

  /// Told by push and a call at night, by mail by day; there is no call that could reach her.
  private static final Person PERSON =
      new Person(
          ANA,
          "Ana",
          MADRID,
          Map.of(
              ContactMethod.PUSH, "ana-1",
              ContactMethod.SMS, "+34600000001",
              ContactMethod.EMAIL, "ana@example.org"),
          Map.of(
              Urgency.NOW,
              List.of(
                  new ContactRule(ContactMethod.PUSH, Duration.ZERO),
                  new ContactRule(ContactMethod.CALL, Duration.ofMinutes(1)),
                  new ContactRule(ContactMethod.SMS, Duration.ofMinutes(2))),
              Urgency.WORKING_HOURS,
              List.of(new ContactRule(ContactMethod.EMAIL, Duration.ofMinutes(5)))));

  private int lastId;

  @ParameterizedTest
  @CsvSource({
    "BEFORE_DUTY, email 300",
    "DUTY_CHANGED, email 300",
    "SWAP, email 300",
    "OPEN_SHIFT, email 300",
    "COVERAGE, email 300",
    "STAND_IN, email 300",
    "SILENCE, email 300",
    "NOISE, email 0",
    "WAKE_TEST, push 0 sms 120",
    "TEST, push 0 sms 0 email 0",
  })
  void theKindDecidesHowLoudlyItIsTold(Notice.Kind kind, String told) {
    String planned =
        plan(kind, PERSON).stream()
            .map(n -> n.method().word() + " " + secondsUntil(n.delivery()))
            .collect(Collectors.joining(" "));
    assertThat(planned).isEqualTo(told);
  }

  @Test
  void eachNotificationKnowsItsNoticeAndWhatItSays() {
    Notification push = plan(Notice.Kind.WAKE_TEST, PERSON).getFirst();
    assertThat(push.about()).isEqualTo(new About.OfNotice(new NoticeId("notice")));
    assertThat(push.address()).isEqualTo("ana-1");
    assertThat(push.urgency()).isEqualTo(Urgency.NOW);
    assertThat(push.rung()).isEqualTo("wake test");
    assertThat(push.why()).isEqualTo("Can you be woken?");
    assertThat(push.isOfWake(0)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Notice.Kind.class)
  void whoHasNoWayIsToldByNone(Notice.Kind kind) {
    var unreachable = new Person(ANA, "Ana", MADRID, Map.of(), PERSON.rules());
    assertThat(plan(kind, unreachable)).isEmpty();
  }

  @Test
  void theMessageHasTheLinkOfItsActionAndNoPage() {
    Notice notice = notice(Notice.Kind.WAKE_TEST);
    Notification push = plan(Notice.Kind.WAKE_TEST, PERSON).getFirst();
    Message message = Notices.compose(push, notice, Optional.of(LINK));
    assertThat(message.subject()).isEqualTo("Can you be woken?");
    assertThat(message.pageNumber()).isEmpty();
    assertThat(message.action()).contains(new Message.Action("I am awake", LINK));
    assertThat(message.factsAsText()).isEqualTo("Why you: your duty begins\n");
    Notification doubt = push.with(push.delivery(), 1, true);
    assertThat(Notices.compose(doubt, notice, Optional.of(LINK)).subject())
        .isEqualTo("[possible duplicate] Can you be woken?");
  }

  @Test
  void isPointlessFromTheInstantItNames() {
    Notice notice = notice(Notice.Kind.WAKE_TEST);
    assertThat(notice.isPointless(NIGHT.plusSeconds(600).minusNanos(1))).isFalse();
    assertThat(notice.isPointless(NIGHT.plusSeconds(600))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Notice.Kind.class)
  void everyKindIsReadAsItIsWritten(Notice.Kind kind) {
    assertThat(Notice.Kind.ofWord(kind.word())).isEqualTo(kind);
    assertThat(kind.word()).matches("[a-z-]+");
  }

  private List<Notification> plan(Notice.Kind kind, Person person) {
    return Notices.plan(notice(kind), person, () -> "n" + ++lastId, NIGHT);
  }

  private static long secondsUntil(Delivery delivery) {
    return Duration.between(NIGHT, ((Delivery.Due) delivery).at()).toSeconds();
  }

  private static Notice notice(Notice.Kind kind) {
    return new Notice(
        new NoticeId("notice"),
        ANA,
        kind,
        "key",
        "Can you be woken?",
        List.of(new Message.Fact("Why you", "your duty begins")),
        Optional.of(new Notice.Action.Answer("I am awake")),
        NIGHT,
        Optional.of(NIGHT.plusSeconds(600)));
  }
}
