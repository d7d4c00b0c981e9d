package watchbill.adapter.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.line.LineDoor;
import watchbill.adapter.ingest.line.LineHouse;
import watchbill.adapter.ingest.line.LineRule;
import watchbill.adapter.ingest.line.LineRules;
import watchbill.adapter.ingest.line.LineTally;
import watchbill.adapter.ingest.line.Template;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.FrontDoor;

class MailListenerTest {
  private static final String KEY = "mail-key-0123456789";
  private static final String BY_KEY = KEY + "@watchbill.example.org";
  private static final String BY_NAME = "Disk-Alerts@watchbill.EXAMPLE.org";
  private static final Integration MAIL = LineHouse.integration(IntegrationKind.EMAIL, KEY);

  private final LineHouse house = new LineHouse();
  private final AtomicReference<Mailbox.ThreadBy> threadBy =
      new AtomicReference<>(Mailbox.ThreadBy.SUBJECT);
  private final MailDialect dialect = new MailDialect(_ -> rules(), _ -> threadBy.get());
  private final MailListener listener = listener(house.lines());

  private MailListener listener(LineDoor lines) {
    var catalog = LineHouse.catalog(MAIL);
    var needs = new MailListener.Needs(lines, () -> catalog, () -> LineHouse.NOW, house::outcome);
    var mailbox = new Mailbox(MAIL.id(), Optional.of("disk-alerts"), Mailbox.ThreadBy.SUBJECT);
    var where =
        new MailIn(
            InetSocketAddress.createUnresolved("127.0.0.1", 0), "watchbill.example.org", 64 * 1024);
    try {
      return new MailListener(where, List.of(mailbox), dialect, needs);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void aMailBecomesAnAlertOnceItIsKept() throws IOException {
    try (var client = client()) {
      assertThat(client.mail("root@db1", BY_KEY, "Subject: disk full\n\nall of it\n"))
          .startsWith("250");
    }
    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.condition().summary()).isEqualTo("disk full");
    assertThat(firing.condition().severity()).isEqualTo(Severity.ERROR);
    assertThat(firing.condition().details()).containsEntry("text", "all of it");
    assertThat(house.door.last().head()).isEqualTo("envelope-from: root@db1");
    assertThat(house.door.last().body()).startsWith("Subject: disk full").contains("all of it");
    assertThat(house.count(LineTally.Fate.TAKEN)).isEqualTo(1);
  }

  @Test
  void aChosenAddressWorksBesideTheKey() throws IOException {
    try (var client = client()) {
      assertThat(client.mail("a@b", BY_NAME, "Subject: x\n\ny\n")).startsWith("250");
      assertThat(client.mail("a@b", BY_KEY, "Subject: x\n\ny\n")).startsWith("250");
    }
    assertThat(house.door.received()).hasSize(2);
  }

  @Test
  void anAddressOfNobodyIsRefused() throws IOException {
    try (var client = client()) {
      for (String to :
          List.of("nobody@watchbill.example.org", KEY + "@example.org", "disk-alerts@other", "x")) {
        assertThat(client.say("MAIL FROM:<a@b>")).startsWith("250");
        assertThat(client.say("RCPT TO:<" + to + ">")).startsWith("55");
        assertThat(client.say("RSET")).startsWith("250");
      }
    }
    assertThat(house.door.received()).isEmpty();
    assertThat(house.outcomes).containsKey(Tally.Outcome.UNKNOWN_KEY);
  }

  @Test
  void whileTheStoreCannotBeWrittenTheSenderIsToComeAgain() throws IOException {
    house.door.sayTryLater(false, Duration.ofSeconds(5));
    try (var client = client()) {
      assertThat(client.mail("a@b", BY_KEY, "Subject: x\n\ny\n")).startsWith("451 4.3.0");
      house.door.open();
      assertThat(client.mail("a@b", BY_KEY, "Subject: x\n\ny\n")).startsWith("250");
    }
    assertThat(house.door.received()).hasSize(1);
  }

  @Test
  void aMailThatIsTooLargeIsRefusedAndTheNextIsTaken() throws IOException {
    String large = "Subject: x\n\n" + "y\n".repeat(40_000);
    try (var client = client()) {
      assertThat(client.mail("a@b", BY_KEY, large)).startsWith("552 5.3.4");
    }
    try (var client = client()) {
      assertThat(client.mail("a@b", BY_KEY, "Subject: x\n\ny\n")).startsWith("250");
    }
    assertThat(house.door.received()).hasSize(1);
  }

  @Test
  void aBombIsRefusedWithAReason() throws IOException {
    String bomb = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(10_000);
    try (var client = client()) {
      assertThat(client.mail("a@b", BY_KEY, bomb)).startsWith("554 5.6.0 parts");
    }
    assertThat(house.door.received()).isEmpty();
  }

  @Test
  void aBounceIsKeptAndIsNoAlert() throws IOException {
    try (var client = client()) {
      assertThat(client.mail("", BY_KEY, "Subject: Undelivered\n\ny\n")).startsWith("250");
      assertThat(client.mail("a@b", BY_KEY, "Subject: x\nAuto-Submitted: auto-replied\n\ny\n"))
          .startsWith("250");
    }
    assertThat(house.door.received()).hasSize(2).allSatisfy(m -> assertThat(m.reports()).isEmpty());
    assertThat(house.count(LineTally.Fate.IGNORED)).isEqualTo(2);
  }

  @Test
  void aRecoveryEndsWhatAProblemBegan() throws IOException {
    try (var client = client()) {
      client.mail("a@b", BY_KEY, "Subject: PROBLEM: disk of db1 at 95 %\n\ny\n");
      client.mail("a@b", BY_KEY, "Subject: RECOVERY: disk of db1 at 7 %\n\ny\n");
      client.mail("a@b", BY_KEY, "Subject: nightly report\n\ny\n");
    }
    var received = house.door.received();
    assertThat(received.get(1).reports().getFirst()).isInstanceOf(AlertReport.Ended.class);
    assertThat(received.get(1).reports().getFirst().key())
        .isEqualTo(received.get(0).reports().getFirst().key());
    assertThat(received.get(2).reports()).isEmpty();
  }

  @Test
  void mailsOfOneThreadAreOneAlertWhenAskedFor() throws IOException {
    threadBy.set(Mailbox.ThreadBy.REFERENCES);
    try (var client = client()) {
      client.mail("a@b", BY_KEY, "Subject: one\nMessage-ID: <1@b>\n\ny\n");
      client.mail("a@b", BY_KEY, "Subject: two\nReferences: <1@b> <2@b>\n\ny\n");
      client.mail("a@b", BY_KEY, "Subject: one\nMessage-ID: <3@b>\n\ny\n");
    }
    var keys = house.door.received().stream().map(m -> m.reports().getFirst().key()).toList();
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
  }

  @Test
  void aKeptMailIsReadAgainAsItWas() throws IOException {
    try (var client = client()) {
      client.mail("a@b", BY_KEY, "Subject: disk full\n\ncaf\u00e9\n");
    }
    var kept = house.door.last();
    var event = new Event(new EventId("1"), MAIL.id(), LineHouse.NOW, kept.head(), kept.body());
    var again = (Reading.Understood) dialect.read(Message.of(event), MAIL, LineHouse.NOW);
    assertThat(again.reports()).isEqualTo(kept.reports());
  }

  @Test
  void whereTheEngineFailsNothingIsSaidToBeKept() throws IOException {
    FrontDoor failing =
        _ -> {
          throw new IllegalStateException("a bug of ours");
        };
    var lines = new LineDoor(failing, () -> LineHouse.NOW, house::outcome, (_, _, _) -> {});
    MailListener other = listener(lines);
    other.start();
    try (var client = new SmtpClient(other.port())) {
      assertThat(client.mail("a@b", BY_KEY, "Subject: x\n\ny\n")).doesNotStartWith("2");
    } finally {
      other.close();
    }
  }

  @Test
  void noEncryptionIsOfferedAndTheSizeIsSaid() throws IOException {
    try (var client = client()) {
      String offered = client.say("EHLO db1");
      assertThat(offered).contains("SIZE 65536").doesNotContain("STARTTLS").doesNotContain("AUTH");
    }
  }

  @Test
  void nonsenseIsAnsweredAndDoesNotEndTheListener() throws IOException {
    try (var client = client()) {
      assertThat(client.say("\u0001\u0002 %s")).startsWith("5");
      assertThat(client.say("DATA")).startsWith("5");
      assertThat(client.say("RCPT TO:<x>")).startsWith("5");
    }
    try (var client = client()) {
      client.send("x".repeat(100_000));
    }
    try (var client = client()) {
      assertThat(client.mail("a@b", BY_KEY, "Subject: x\n\ny\n")).startsWith("250");
    }
  }

  private SmtpClient client() throws IOException {
    return new SmtpClient(listener.port());
  }

  private static LineRules rules() {
    Optional<Template> said = Optional.of(Template.of("$1"));
    return new LineRules(
        List.of(
            rule("^RECOVERY: (.*)", said, LineRule.Then.RESOLVE),
            rule("^PROBLEM: (.*)", said, LineRule.Then.RAISE),
            rule("report", Optional.empty(), LineRule.Then.IGNORE)),
        LineRules.Otherwise.RAISE);
  }

  private static LineRule rule(String subject, Optional<Template> said, LineRule.Then then) {
    return new LineRule(
        List.of(new LineRule.Where("subject", Pattern.compile(subject))),
        Optional.empty(),
        said,
        Optional.empty(),
        then);
  }
}
