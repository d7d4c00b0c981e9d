package watchbill.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.notification.Notice.Kind.WAKE_TEST;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchbill.catalog.Urgency;
import watchbill.notification.Channel;
import watchbill.notification.Message;
import watchbill.notification.NoticeId;
import watchbill.notification.NotificationId;
import watchbill.notification.Outcome;

/// What a provider does becomes an outcome, never an exception; what a person must know arrives.
public interface ChannelContract {
  Channel channel();

  /// The other side of the channel, which the test plays.
  Counterpart counterpart();

  /// A provider with one person behind it, good-natured until told otherwise.
  interface Counterpart {
    /// An address that reaches the person.
    String address();

    /// Everything the person can see, links too, one text a message, oldest first.
    List<String> seen();

    /// From now on it refuses every message for good.
    void refuse();

    /// From now on it says: not now, later.
    void postpone();

    /// From now on nothing listens where it was.
    void disappear();

    /// From now on it takes what it is sent and says nothing, for longer than the channel waits.
    void fallSilent();
  }

  @Test
  default void whatIsTakenOnArrivesWhole() {
    Outcome outcome = send(message("checkout is down", false));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(counterpart().seen()).hasSize(1);
    assertThat(counterpart().seen().getFirst())
        .contains("4217")
        .contains("checkout is down")
        .contains("04:00 CET (03:00 UTC)")
        .contains("primary of rota payments")
        .contains("Ben is told at 04:05")
        .contains("https://watchbill.example.org/w/a-Token_1");
  }

  @Test
  default void severalPagesArriveInOneMessage() {
    Outcome outcome = send(several());
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(counterpart().seen()).hasSize(1);
    assertThat(counterpart().seen().getFirst())
        .contains("2 more pages wait for you: checkout is down; db-3 is slow")
        .contains("Page 4217")
        .contains("Page 4218")
        .contains("See them")
        .contains("https://watchbill.example.org/waiting/a-Token_3")
        .doesNotContain("[page");
  }

  @Test
  default void aNoticeArrivesWholeAndIsNoPage() {
    var link = URI.create("https://watchbill.example.org/n/a-Token_2");
    Outcome outcome = send(notice(Optional.of(new Message.Action("I am awake", link))));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(counterpart().seen()).hasSize(1);
    assertThat(counterpart().seen().getFirst())
        .contains("Can you be woken?")
        .contains("your duty begins")
        .contains("I am awake")
        .contains("https://watchbill.example.org/n/a-Token_2")
        .doesNotContain("[page");
  }

  @Test
  default void aNoticeThatAsksForNothingHasNoButton() {
    Outcome outcome = send(notice(Optional.empty()));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(counterpart().seen().getFirst())
        .contains("Can you be woken?")
        .doesNotContain("https://watchbill");
  }

  @Test
  default void aRepeatSaysThatItMayBeOne() {
    send(message("checkout is down", true));
    assertThat(counterpart().seen().getFirst().toLowerCase(Locale.ROOT))
        .contains("possible duplicate");
  }

  @Test
  default void everyScriptArrivesAsItWasWritten() {
    send(message("ñandú 漢字 \uD83D\uDD25 “down” & <b>out</b>", false));
    assertThat(counterpart().seen().getFirst())
        .contains("ñandú 漢字 \uD83D\uDD25 “down” & <b>out</b>");
  }

  @Test
  default void aHeadlineCannotBecomeAHeader() {
    Outcome outcome = send(message("down\r\nBcc: all@example.org\r\n\r\nHello", false));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(counterpart().seen()).hasSize(1);
    assertThat(counterpart().seen().getFirst()).contains("down").contains("Hello");
  }

  @Test
  default void whatCannotBeSeenDoesNoHarm() {
    Outcome outcome = send(message("\u001b[2J\u0000\u0007down\u2028\u202Enow\uD83D", false));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(counterpart().seen()).hasSize(1);
    assertThat(counterpart().seen().getFirst()).contains("down").contains("now");
  }

  @Test
  default void aVeryLongHeadlineStillArrives() {
    Outcome outcome = send(message("down " + "x".repeat(10_000), false));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(counterpart().seen().getFirst()).contains("down xxx");
  }

  @Test
  default void aRefusalIsForGoodAndSaysWhy() {
    counterpart().refuse();
    assertThat(send(message("down", false)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.why()).isNotBlank());
  }

  @Test
  default void notNowIsNotNever() {
    counterpart().postpone();
    assertThat(send(message("down", false)))
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class, later -> assertThat(later.why()).isNotBlank());
  }

  @Test
  default void whereNothingListensNothingWasTaken() {
    counterpart().disappear();
    assertThat(send(message("down", false)))
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class, later -> assertThat(later.why()).isNotBlank());
  }

  @Test
  default void silenceIsNotFailure() {
    counterpart().fallSilent();
    assertThat(send(message("down", false)))
        .isInstanceOfSatisfying(
            Outcome.NoAnswer.class, unknown -> assertThat(unknown.why()).isNotBlank());
  }

  @Test
  default void saysWhatItIs() {
    assertThat(channel().provider()).matches("[a-z0-9-]+");
    assertThat(channel().method()).isNotNull();
  }

  private Outcome send(Message message) {
    return channel().send(message, counterpart().address());
  }

  private static Message several() {
    var link = URI.create("https://watchbill.example.org/waiting/a-Token_3");
    return new Message(
        new NotificationId("01JGX3S0000000000000000004"),
        new Message.Topic.OfPages(List.of(4217L, 4218L)),
        Urgency.NOW,
        "2 more pages wait for you: checkout is down; db-3 is slow",
        List.of(
            new Message.Fact("Page 4217", "checkout is down"),
            new Message.Fact("Page 4218", "db-3 is slow")),
        Optional.of(new Message.Action("See them", link)),
        false);
  }

  private static Message notice(Optional<Message.Action> action) {
    return new Message(
        new NotificationId("01JGX3S0000000000000000002"),
        new Message.Topic.OfNotice(new NoticeId("01JGX3S0000000000000000003"), WAKE_TEST),
        Urgency.NOW,
        "Can you be woken?",
        List.of(new Message.Fact("Why you", "your duty begins")),
        action,
        false);
  }

  private static Message message(String headline, boolean possibleDuplicate) {
    return new Message(
        new NotificationId("01JGX3S0000000000000000001"),
        new Message.Topic.OfPage(4217),
        Urgency.NOW,
        headline,
        List.of(
            new Message.Fact("Since", "04:00 CET (03:00 UTC)"),
            new Message.Fact("Service", "checkout"),
            new Message.Fact("Why you", "primary of rota payments, step 1 of 2"),
            new Message.Fact("If you do nothing", "Ben is told at 04:05 (step 2 of 2)")),
        Optional.of(
            Message.Action.acknowledge(URI.create("https://watchbill.example.org/w/a-Token_1"))),
        possibleDuplicate);
  }
}
