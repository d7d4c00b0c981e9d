package watchbill.server.outbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import watchbill.adapter.channel.email.SmtpChannel;
import watchbill.adapter.channel.email.SmtpSettings;
import watchbill.adapter.egress.Egress;
import watchbill.catalog.ContactMethod;
import watchbill.notification.Outcome;
import watchbill.testkit.Cast;

/// How long it takes, idle, from the moment something can be claimed until a real mail server has
/// taken it. It prints figures and fails on none: a busy machine is no fault of the code.
@Tag("slow")
class HandOffLatencyTest {
  private static final int MAILS = 400;

  @Test
  void fromClaimableToTakenByTheMailServer() throws InterruptedException {
    var greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    try (var egress = new Egress()) {
      var settings =
          new SmtpSettings(
              "127.0.0.1",
              greenMail.getSmtp().getPort(),
              SmtpSettings.Encryption.WHEN_OFFERED,
              Optional.empty(),
              "watchbill@example.org");
      var channel = new SmtpChannel(settings, egress, () -> Cast.NIGHT);
      channel.tryOut();
      System.out.println(
          "first, after a try-out: " + measure(channel, 1).getMaxValue() / 1_000 + " us");
      print("warm, connection kept", measure(channel, MAILS));
    } finally {
      greenMail.stop();
    }
  }

  private static Histogram measure(SmtpChannel channel, int mails) throws InterruptedException {
    var door = new FakeDoor();
    URI link = URI.create("https://watchbill.example.org/w/a-Token_1");
    var outbox = new Outbox(door, new Channels(List.of(channel)), _ -> link);
    var nanos = new Histogram(3);
    outbox.start();
    for (int i = 1; i <= mails; i++) {
      long start = System.nanoTime();
      door.add(Due.by(ContactMethod.EMAIL, i));
      outbox.wakeUp();
      if (!(door.nextSettled().outcome() instanceof Outcome.Accepted)) {
        throw new AssertionError("not taken");
      }
      nanos.recordValue(System.nanoTime() - start);
    }
    outbox.stop();
    return nanos;
  }

  private static void print(String what, Histogram nanos) {
    System.out.printf(
        "%s: p50 %d us, p99 %d us, max %d us over %d mails%n",
        what,
        nanos.getValueAtPercentile(50) / 1_000,
        nanos.getValueAtPercentile(99) / 1_000,
        nanos.getMaxValue() / 1_000,
        nanos.getTotalCount());
  }
}
