package watchbill.adapter.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Loopback;
import watchbill.kernel.Secret;
import watchbill.notification.Outcome;
import watchbill.testkit.Cast;

/// Against a server that is not ours.
class RealMailServerTest {
  private final GreenMail greenMail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Egress egress = Loopback.impatient(Duration.ofSeconds(5));

  @BeforeEach
  void start() {
    greenMail.start();
  }

  @AfterEach
  void stop() {
    greenMail.stop();
    egress.close();
  }

  @Test
  void lettersArrive() throws MessagingException {
    SmtpChannel channel = channel(Optional.empty());
    for (int i = 1; i <= 3; i++) {
      assertThat(channel.send(Letters.plain(), "ana@example.org"))
          .isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(greenMail.getReceivedMessages()).hasSize(3);
    assertThat(greenMail.getReceivedMessages()[0].getSubject())
        .isEqualTo("[page 4217] checkout is down");
  }

  @Test
  void theRightPasswordLetsUsInAndAWrongOneDoesNot() {
    greenMail.setUser("wb@example.org", "wb", "open sesame");
    greenMail.getUserManager().setAuthRequired(true);
    assertThat(channel(login("open sesame")).tryOut()).isEmpty();
    assertThat(channel(login("open barley")).tryOut())
        .hasValueSatisfying(it -> assertThat(it).isInstanceOf(Outcome.Refused.class));
  }

  @Test
  void aServerThatStopsBetweenTwoLettersIsUnavailable() {
    SmtpChannel channel = channel(Optional.empty());
    channel.send(Letters.plain(), "ana@example.org");
    greenMail.stop();
    assertThat(channel.send(Letters.plain(), "ana@example.org"))
        .isInstanceOf(Outcome.Unavailable.class);
  }

  private SmtpChannel channel(Optional<SmtpSettings.Login> login) {
    var settings =
        new SmtpSettings(
            "127.0.0.1",
            greenMail.getSmtp().getPort(),
            SmtpSettings.Encryption.WHEN_OFFERED,
            login,
            "Watchbill <watchbill@example.org>");
    return new SmtpChannel(settings, egress, () -> Cast.NIGHT);
  }

  private static Optional<SmtpSettings.Login> login(String password) {
    return Optional.of(new SmtpSettings.Login("wb", Secret.of(password)));
  }
}
