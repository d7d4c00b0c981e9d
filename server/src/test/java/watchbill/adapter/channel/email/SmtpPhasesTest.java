package watchbill.adapter.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Loopback;
import watchbill.adapter.egress.Opening;
import watchbill.adapter.egress.Peer;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Target;
import watchbill.kernel.Secret;
import watchbill.notification.Outcome;
import watchbill.testkit.Cast;

/// What a server that goes wrong in each phase means for the message.
class SmtpPhasesTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String ANA = "ana@example.org";

  private final MailPeer server = new MailPeer();
  private final Egress egress = Loopback.impatient(LONG);

  @AfterEach
  void close() {
    server.close();
    egress.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, 554 go away, Refused",
    "GREETING, 421 too busy, Unavailable",
    "EHLO, 421 closing, Unavailable",
    "MAIL, 550 not from you, Refused",
    "MAIL, 451 not now, Unavailable",
    "RCPT, 550 no such person, Refused",
    "RCPT, 450 greylisted, Unavailable",
    "DATA, 554 no, Refused",
    "DATA, 452 disk full, Unavailable",
    "DOT, 554 looks like spam, Refused",
    "DOT, 451 not now, Unavailable",
    "DOT, 421 closing, Unavailable",
    "DOT, what is this, NoAnswer",
    "RCPT, what is this, Unavailable",
    "GREETING, HTTP/1.1 400 Bad Request, Unavailable",
  })
  void whatItSaysDecides(MailPeer.Phase phase, String reply, String outcome) {
    server.goesWrong(phase, MailPeer.says(reply));
    assertThat(send(channel())).extracting(it -> it.getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, Unavailable",
    "EHLO, Unavailable",
    "MAIL, Unavailable",
    "RCPT, Unavailable",
    "DATA, Unavailable",
    "DOT, NoAnswer",
  })
  void whereItHangsOrHangsUpDecides(MailPeer.Phase phase, String outcome) {
    server.goesWrong(phase, MailPeer.HANG);
    assertThat(send(channel(channelSettings(Optional.empty()), SHORT)))
        .extracting(it -> it.getClass().getSimpleName())
        .isEqualTo(outcome);
    server.goesWrong(phase, MailPeer.HANG_UP);
    assertThat(send(channel())).extracting(it -> it.getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void aMessageThatWasNotWholeIsNotTaken() {
    server.goesWrong(MailPeer.Phase.BODY, MailPeer.HANG);
    var settings = channelSettings(Optional.empty());
    var target = new Target("127.0.0.1", server.port(), false);
    var opening = (Opening.Open) egress.open(target, Reach.AS_CONFIGURED, LONG);
    var connection = new SmtpConnection(opening.wire(), settings);
    // Longer than what the kernel takes off our hands.
    var letter =
        new Letter("watchbill@example.org", ANA, ("x".repeat(900) + "\r\n").repeat(20_000));
    assertThat(connection.begin()).isEmpty();
    Outcome outcome = connection.deliver(letter, SHORT, SHORT);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Unavailable.class,
            it -> assertThat(it.why()).contains("before the message was whole"));
  }

  @Test
  void whyIsSaidInTheServersWords() {
    server.goesWrong(MailPeer.Phase.RCPT, MailPeer.says("550-5.1.1 no such\r\n550 person"));
    assertThat(send(channel()))
        .isEqualTo(new Outcome.Refused("said to RCPT: 550 5.1.1 no such person"));
  }

  @Test
  void theServersIdIsKept() {
    server.thanks("250 2.0.0 Ok: queued as 4XyZ1");
    assertThat(send(channel())).isEqualTo(new Outcome.Accepted("4XyZ1", false));
    server.thanks("250 OK id=1tVbQ2-0001-Xy");
    assertThat(send(channel())).isEqualTo(new Outcome.Accepted("1tVbQ2-0001-Xy", false));
    server.thanks("250 OK");
    assertThat(send(channel())).isEqualTo(new Outcome.Accepted("", false));
  }

  @Test
  void theNextLetterGoesOverTheSameConnection() {
    SmtpChannel channel = channel();
    assertThat(channel.tryOut()).isEmpty();
    send(channel);
    send(channel);
    assertThat(server.taken()).hasSize(2);
    assertThat(server.connectionCount()).isEqualTo(1);
  }

  @Test
  void aConnectionThatDiedAtRestIsReplacedAndNothingIsLost() {
    SmtpChannel channel = channel();
    send(channel);
    server.goesWrong(
        MailPeer.Phase.MAIL,
        line -> {
          server.heals(MailPeer.Phase.MAIL);
          line.reset();
        });
    assertThat(send(channel)).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.taken()).hasSize(2);
    assertThat(server.connectionCount()).isEqualTo(2);
  }

  @Test
  void aConnectionThatFellSilentAtRestIsReplacedWithinTheTime() {
    SmtpChannel channel = channel();
    send(channel);
    server.goesWrong(
        MailPeer.Phase.MAIL,
        line -> {
          server.heals(MailPeer.Phase.MAIL);
          line.hang();
        });
    assertThat(send(channel)).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.taken()).hasSize(2);
  }

  @Test
  void aLetterThatMayHaveBeenTakenIsNotSentAgainOverAnotherConnection() {
    SmtpChannel channel = channel();
    send(channel);
    server.goesWrong(MailPeer.Phase.DOT, MailPeer.HANG_UP);
    assertThat(send(channel)).isInstanceOf(Outcome.NoAnswer.class);
    assertThat(server.heard()).filteredOn("."::equals).hasSize(2);
  }

  @Test
  void aRefusedRecipientDoesNotSpoilTheConnection() {
    SmtpChannel channel = channel();
    server.goesWrong(
        MailPeer.Phase.RCPT,
        line -> {
          server.heals(MailPeer.Phase.RCPT);
          line.say("550 no such person\r\n");
        });
    server.goesOnAfterFaults();
    assertThat(send(channel)).isInstanceOf(Outcome.Refused.class);
    assertThat(send(channel)).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.connectionCount()).isEqualTo(1);
  }

  @Test
  void itSignsInWithWhatTheServerOffers() {
    server.offers("AUTH PLAIN LOGIN");
    assertThat(send(channel(login()))).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.heard()).contains("AUTH PLAIN AHdiAG9wZW4gc2VzYW1l");

    server.offers("AUTH LOGIN");
    assertThat(send(channel(login()))).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.heard()).contains("AUTH LOGIN", "d2I=", "b3BlbiBzZXNhbWU=");
  }

  @Test
  void aWrongPasswordIsForGoodAndIsNotRepeatedInTheReason() {
    server.offers("AUTH PLAIN");
    server.goesWrong(MailPeer.Phase.AUTH, MailPeer.says("535 5.7.8 bad credentials"));
    Outcome outcome = send(channel(login()));
    assertThat(outcome).isEqualTo(new Outcome.Refused("said to AUTH: 535 5.7.8 bad credentials"));
  }

  @Test
  void aServerThatOffersNoKnownWayToSignInIsRefused() {
    server.offers("AUTH GSSAPI");
    assertThat(send(channel(login())))
        .isEqualTo(new Outcome.Refused("offers no way to sign in but: GSSAPI"));
  }

  @Test
  void anAddressThatWouldBeTwoCommandsIsRefusedUnsent() {
    var hostile = "ana@example.org>\r\nRCPT TO:<all@example.org";
    assertThat(channel().send(Letters.plain(), hostile)).isInstanceOf(Outcome.Refused.class);
    assertThat(server.connectionCount()).isZero();
  }

  @Test
  void tryingOutSaysWhatIsWrong() {
    assertThat(channel().tryOut()).isEmpty();
    server.goesWrong(MailPeer.Phase.GREETING, MailPeer.says("554 go away"));
    assertThat(channel().tryOut())
        .contains(new Outcome.Refused("said to the connection: 554 go away"));
  }

  @Test
  void smtpsIsSecuredBeforeAWordIsSaid() {
    try (var secure =
        new Peer(line -> {
          line.secure();
          line.say("220 hello\r\n");
          line.hear();
          line.say("250 hello\r\n");
          line.hear();
        })) {
      var settings =
          new SmtpSettings(
              "localhost",
              secure.port(),
              SmtpSettings.Encryption.FROM_THE_START,
              Optional.empty(),
              "watchbill@example.org");
      assertThat(channel(settings).tryOut()).isEmpty();
      assertThat(secure.heard()).first().asString().startsWith("EHLO");
    }
  }

  @Test
  void startTlsIsSpokenBeforeThePasswordIsSaid() {
    server.offers("STARTTLS", "AUTH PLAIN");
    assertThat(send(channel(beforeMail("localhost")))).isInstanceOf(Outcome.Accepted.class);
    assertThat(server.heard())
        .startsWith("EHLO localhost", "STARTTLS", "EHLO localhost")
        .element(3)
        .asString()
        .startsWith("AUTH PLAIN");
  }

  @Test
  void aServerWithoutTlsIsToldNothingWhenTlsMustBe() {
    server.offers("AUTH PLAIN");
    assertThat(send(channel(beforeMail("localhost"))))
        .isEqualTo(new Outcome.Refused("offers no TLS, and mail is not sent without"));
    assertThat(server.heard()).noneMatch(it -> it.startsWith("AUTH"));
  }

  @Test
  void aWordPutInBeforeTlsBeginsIsNotTakenForTheServers() {
    // An intruder adds to the server's last line in clear (CVE-2011-0411).
    try (var tampered =
        new Peer(line -> {
          line.say("220 hello\r\n");
          line.hear();
          line.say("250-hello\r\n250 STARTTLS\r\n");
          line.hear();
          line.say("220 go ahead\r\n250 put in\r\n");
          line.secure();
        })) {
      var settings =
          new SmtpSettings(
              "localhost",
              tampered.port(),
              SmtpSettings.Encryption.BEFORE_MAIL,
              Optional.empty(),
              "watchbill@example.org");
      assertThat(send(channel(settings)))
          .isInstanceOfSatisfying(
              Outcome.Unavailable.class, it -> assertThat(it.why()).contains("before"));
    }
  }

  private SmtpSettings beforeMail(String host) {
    return new SmtpSettings(
        host, server.port(), SmtpSettings.Encryption.BEFORE_MAIL, login(), "watchbill@example.org");
  }

  private SmtpChannel channel() {
    return channel(Optional.empty());
  }

  private SmtpChannel channel(Optional<SmtpSettings.Login> login) {
    return channel(channelSettings(login));
  }

  private SmtpSettings channelSettings(Optional<SmtpSettings.Login> login) {
    return new SmtpSettings(
        "127.0.0.1",
        server.port(),
        SmtpSettings.Encryption.WHEN_OFFERED,
        login,
        "watchbill@example.org");
  }

  private SmtpChannel channel(SmtpSettings settings) {
    return channel(settings, LONG);
  }

  private SmtpChannel channel(SmtpSettings settings, Duration patience) {
    return new SmtpChannel(settings, egress, () -> Cast.NIGHT, patience);
  }

  private static Optional<SmtpSettings.Login> login() {
    return Optional.of(new SmtpSettings.Login("wb", Secret.of("open sesame")));
  }

  private static Outcome send(SmtpChannel channel) {
    return channel.send(Letters.plain(), ANA);
  }
}
