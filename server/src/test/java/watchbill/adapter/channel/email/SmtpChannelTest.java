package watchbill.adapter.channel.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Loopback;
import watchbill.notification.Channel;
import watchbill.testkit.Cast;
import watchbill.testkit.contract.ChannelContract;

class SmtpChannelTest implements ChannelContract {
  private final MailPeer server = new MailPeer();
  private final Egress egress = Loopback.impatient(Duration.ofSeconds(5));
  private final SmtpChannel channel =
      new SmtpChannel(
          new SmtpSettings(
              "127.0.0.1",
              server.port(),
              SmtpSettings.Encryption.WHEN_OFFERED,
              Optional.empty(),
              "Watchbill <watchbill@example.org>"),
          egress,
          () -> Cast.NIGHT,
          Duration.ofSeconds(1));

  @AfterEach
  void close() {
    server.close();
    egress.close();
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Counterpart counterpart() {
    return new Mailbox();
  }

  private final class Mailbox implements Counterpart {
    @Override
    public String address() {
      return "ana@example.org";
    }

    @Override
    public List<String> seen() {
      return server.letters().stream().map(Mailbox::asSeen).toList();
    }

    @Override
    public void refuse() {
      server.goesWrong(MailPeer.Phase.RCPT, MailPeer.says("550 5.1.1 no such person"));
    }

    @Override
    public void postpone() {
      server.goesWrong(MailPeer.Phase.RCPT, MailPeer.says("450 4.2.1 greylisted"));
    }

    @Override
    public void disappear() {
      server.close();
    }

    @Override
    public void fallSilent() {
      server.goesWrong(MailPeer.Phase.DOT, MailPeer.HANG);
    }

    private static String asSeen(MimeMessage letter) {
      try {
        BodyPart text = ((MimeMultipart) letter.getContent()).getBodyPart(0);
        return letter.getSubject() + "\n" + text.getContent();
      } catch (MessagingException | IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
