package watchbill.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.catalog.ContactMethod;
import watchbill.engine.Command;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.Notification;
import watchbill.notification.Outcome;

class OutboxTest {
  private static final URI LINK = URI.create("https://watchbill.example.org/w/a-Token_1");

  private final FakeDoor door = new FakeDoor();
  private final FakeChannel sms = new FakeChannel(ContactMethod.SMS, "smpp");
  private final FakeChannel mail = new FakeChannel(ContactMethod.EMAIL, "smtp");
  private final List<Outbox> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Outbox outbox : started) {
      outbox.stop();
    }
  }

  @Test
  void whatIsDueIsHandedSentAndSettledInThisOrder() {
    door.add(Due.by(ContactMethod.SMS, 1));
    start(sms);

    Command.Settle settled = door.nextSettled();
    assertThat(settled)
        .isEqualTo(
            new Command.Settle(
                Due.by(ContactMethod.SMS, 1).id(), 7, new Outcome.Accepted("r1", false), "smpp"));
    assertThat(door.commands())
        .filteredOn(c -> !(c instanceof Command.Claim))
        .containsExactly(new Command.Hand(settled.notification(), 7), settled);
    Message message = sms.messages().getFirst();
    assertThat(message.action()).contains(Message.Action.acknowledge(LINK));
    assertThat(message.subject()).isEqualTo("[page 4217] checkout is down");
    assertThat(message.facts()).extracting(Message.Fact::words).contains("Ben is told at 04:05");
  }

  @Test
  void aNoticeIsSentWithItsButtonOrWithNone() {
    door.add(Due.of(Due.WAKE_TEST, 1));
    start(sms);
    door.nextSettled();
    Message message = sms.messages().getFirst();
    assertThat(message.subject()).isEqualTo("Can you be woken?");
    assertThat(message.action()).contains(new Message.Action("I am awake", LINK));
  }

  @Test
  void aNoticeThatAsksForNothingNeedsNoLink() {
    Outbox.Links none =
        _ -> {
          throw new IllegalStateException("there is nothing to press");
        };
    door.add(Due.of(Due.BEFORE_DUTY, 1));
    start(new Outbox(door, new Channels(List.of(sms)), none));
    assertThat(door.nextSettled().outcome()).isEqualTo(new Outcome.Accepted("r1", false));
    assertThat(sms.messages().getFirst().action()).isEmpty();
  }

  @Test
  void whatIsNoLongerNeededIsNotSent() {
    Notification acknowledged = Due.by(ContactMethod.SMS, 1);
    door.isNoLongerNeeded(acknowledged.id());
    door.add(acknowledged);
    door.add(Due.by(ContactMethod.SMS, 2));
    start(sms);
    assertThat(door.nextSettled().notification()).isEqualTo(Due.by(ContactMethod.SMS, 2).id());
    assertThat(sms.messages()).hasSize(1);
  }

  @Test
  void aMethodThatNothingCarriesIsRefused() {
    door.add(Due.by(ContactMethod.CALL, 1));
    start(sms);
    assertThat(door.nextSettled().outcome())
        .isEqualTo(new Outcome.Refused("no channel carries call"));
  }

  @Test
  void aChannelThatFailsMayHaveSentIt() {
    door.add(Due.by(ContactMethod.SMS, 1));
    start(sms.fails());
    assertThat(door.nextSettled().outcome())
        .isEqualTo(new Outcome.NoAnswer("the channel smpp failed"));
  }

  @Test
  void whatCannotBePutIntoWordsWasNotSent() {
    door.add(Due.by(ContactMethod.SMS, 1));
    Outbox.Links broken =
        _ -> {
          throw new IllegalStateException("no key");
        };
    start(new Outbox(door, new Channels(List.of(sms)), broken));
    assertThat(door.nextSettled().outcome()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(sms.messages()).isEmpty();
  }

  @Test
  void anOutcomeIsSaidAgainUntilItIsKept() {
    door.putsOff(3);
    door.add(Due.by(ContactMethod.SMS, 1));
    start(sms);
    assertThat(door.nextSettled().outcome()).isEqualTo(new Outcome.Accepted("r1", false));
    assertThat(door.count(Command.Settle.class)).isEqualTo(4);
    assertThat(sms.messages()).hasSize(1);
  }

  @Test
  void anotherProviderIsTriedWhenOneCertainlyDidNotTakeIt() {
    var backup = new FakeChannel(ContactMethod.SMS, "backup");
    door.add(Due.by(ContactMethod.SMS, 1));
    start(sms.answers(new Outcome.Unavailable("down")), backup);
    assertThat(door.nextSettled())
        .extracting(Command.Settle::outcome, Command.Settle::provider)
        .containsExactly(new Outcome.Accepted("r1", false), "backup");
  }

  @Test
  void noOtherProviderIsTriedWhenOneMayHaveTakenIt() {
    var backup = new FakeChannel(ContactMethod.SMS, "backup");
    door.add(Due.by(ContactMethod.SMS, 1));
    start(sms.answers(new Outcome.NoAnswer("hung up")), backup);
    assertThat(door.nextSettled())
        .extracting(Command.Settle::outcome, Command.Settle::provider)
        .containsExactly(new Outcome.NoAnswer("hung up"), "smpp");
    assertThat(backup.messages()).isEmpty();
  }

  @Test
  void whenAllDeclineItIsLaterIfOneMayTakeItLater() {
    var backup = new FakeChannel(ContactMethod.SMS, "backup");
    door.add(Due.by(ContactMethod.SMS, 1));
    start(
        sms.answers(new Outcome.Unavailable("down")),
        backup.answers(new Outcome.Refused("no such number")));
    assertThat(door.nextSettled().outcome())
        .isEqualTo(new Outcome.Unavailable("smpp: down; backup: no such number"));
  }

  @Test
  void aProviderThatHangsHoldsNobodyElsesMessages() {
    var never = new CountDownLatch(1);
    for (int i = 1; i <= 1_500; i++) {
      door.add(Due.by(ContactMethod.SMS, i));
    }
    door.add(Due.by(ContactMethod.EMAIL, 2_000));
    start(sms.answersAfter(never), mail);
    assertThat(door.nextSettled().provider()).isEqualTo("smtp");
    assertThat(sms.messages()).hasSizeLessThanOrEqualTo(8);
    never.countDown();
  }

  @Test
  void aBurstIsSentWhole() {
    for (int i = 1; i <= 300; i++) {
      door.add(Due.by(ContactMethod.SMS, i));
    }
    start(sms);
    for (int i = 1; i <= 300; i++) {
      door.nextSettled();
    }
    assertThat(sms.messages()).hasSize(300);
  }

  @Test
  void stoppingClaimsNothingMoreAndLetsWhatIsBeingSentFinish() throws InterruptedException {
    var answer = new CountDownLatch(1);
    door.add(Due.by(ContactMethod.SMS, 1));
    Outbox outbox = start(sms.answersAfter(answer));
    sms.awaitAsked();
    Thread stopping =
        Thread.ofVirtual()
            .start(() -> {
              try {
                outbox.stop();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    answer.countDown();
    stopping.join();
    assertThat(door.nextSettled().outcome()).isEqualTo(new Outcome.Accepted("late", false));
    int claims = door.count(Command.Claim.class);
    door.add(Due.by(ContactMethod.SMS, 2));
    outbox.wakeUp();
    assertThat(outbox.isTurning()).isFalse();
    assertThat(door.count(Command.Claim.class)).isEqualTo(claims);
  }

  @Test
  void stoppingCutsOffWhoHangsAndKeepsThatItIsUnknown() throws InterruptedException {
    door.add(Due.by(ContactMethod.SMS, 1));
    var channels = new Channels(List.of(sms.answersAfter(new CountDownLatch(1))));
    var outbox =
        start(new Outbox(door, channels, _ -> LINK, (_, _, _) -> {}, Duration.ofMillis(50)));
    sms.awaitAsked();
    outbox.stop();
    assertThat(door.nextSettled().outcome()).isEqualTo(new Outcome.NoAnswer("cut off"));
  }

  @Test
  void aFaultOfTheEngineDoesNotEndTheLoop() {
    door.fails(1);
    door.add(Due.by(ContactMethod.SMS, 1));
    Outbox outbox = start(sms);
    assertThat(door.nextSettled().provider()).isEqualTo("smpp");
    assertThat(outbox.isTurning()).isTrue();
  }

  @Test
  void whatComesLaterIsClaimedWhenItIsToldOf() {
    Outbox outbox = start(sms);
    door.add(Due.by(ContactMethod.SMS, 1));
    outbox.wakeUp();
    assertThat(door.nextSettled().provider()).isEqualTo("smpp");
  }

  @Test
  void eachAttemptIsTold() {
    var told = new LinkedBlockingQueue<String>();
    door.add(Due.by(ContactMethod.SMS, 1));
    start(
        new Outbox(
            door,
            new Channels(List.of(sms)),
            _ -> LINK,
            (provider, outcome, took) ->
                told.add(provider + " " + outcome + " " + !took.isNegative())));
    door.nextSettled();
    assertThat(told).containsExactly("smpp Accepted[reference=r1, delivered=false] true");
  }

  private Outbox start(Channel... channels) {
    return start(new Outbox(door, new Channels(List.of(channels)), _ -> LINK));
  }

  private Outbox start(Outbox outbox) {
    started.add(outbox);
    outbox.start();
    return outbox;
  }
}
