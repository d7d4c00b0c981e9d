package watchbill.adapter.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.catalog.Urgency;
import watchbill.notification.Message;
import watchbill.notification.Notice;
import watchbill.notification.NoticeId;
import watchbill.notification.NotificationId;
import watchbill.testkit.Cast;

class LetterTest {
  @Test
  void aLetterLooksLikeThis() throws IOException {
    assertThat(content(night(false))).isEqualTo(golden("night.eml"));
  }

  @Test
  void aNoticeLooksLikeThisAndStandsAlone() throws IOException {
    assertThat(content(wakeTest())).isEqualTo(golden("wake-test.eml"));
  }

  @Test
  void allLettersOfOnePageStandTogetherAndARepeatIsTheSameLetter() throws MessagingException {
    MimeMessage first = read(content(night(false)));
    MimeMessage again = read(content(night(true)));
    assertThat(again.getMessageID()).isEqualTo(first.getMessageID());
    assertThat(again.getHeader("References")).isEqualTo(first.getHeader("References"));
    assertThat(again.getSubject()).startsWith("[possible duplicate] [page 4217]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "down\r\nBcc: all@example.org",
        "down\nBcc: all@example.org",
        "down\rBcc: all@example.org",
        "down\u2028Bcc: all@example.org",
        "down\u0085Bcc: all@example.org",
        "down =?UTF-8?B?DQpCY2M6IGFsbEBleGFtcGxlLm9yZw==?=",
        "\r\n\r\n--=_watchbill\r\nContent-Type: text/html\r\n\r\n<h1>pay here</h1>",
        "\u0000\u0007\u001b[2Jdown",
        "\u202Enwod\u202C",
        "\uD83D",
        ".\r\n.\r\nMAIL FROM:<x@example.org>",
      })
  void aHostileHeadlineStaysAHeadline(String headline) throws Exception {
    String content = content(message(headline, List.of(new Message.Fact("Since", headline))));
    MimeMessage letter = read(content);
    assertThat(Collections.list(letter.getAllHeaders()))
        .extracting(it -> it.getName())
        .containsExactlyInAnyOrder(
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "X-Watchbill-Page",
            "Importance",
            "MIME-Version",
            "Content-Type");
    assertThat(((MimeMultipart) letter.getContent()).getCount()).isEqualTo(2);
    assertThat(letter.getSubject()).startsWith("[page 4217]").doesNotContainPattern("\\p{Cntrl}");
    assertThat(content.lines()).noneMatch("."::equals);
  }

  @Test
  void markupInAHeadlineIsShownAndNotObeyed() throws Exception {
    var message = message("<script>alert(1)</script>\" onload='x' &amp;", List.of());
    assertThat(part(message, 1))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;amp;")
        .doesNotContain("<script>");
  }

  @Test
  void everyScriptComesBackAsItWent() throws Exception {
    String words = "ñandú 漢字 \uD83D\uDD25 “down”, = and =3D, " + "long ".repeat(40) + "end";
    var message = message(words, List.of(new Message.Fact("Why you", words)));
    assertThat(part(message, 0)).contains(words).contains("Why you: " + words);
  }

  @Test
  void anEndlessHeadlineIsCutAndNoLineIsTooLong() throws Exception {
    String content = content(message("\uD83D\uDD25x".repeat(10_000), List.of()));
    assertThat(content.split("\r\n", -1)).allSatisfy(l -> assertThat(l).hasSizeLessThan(78));
    assertThat(read(content).getSubject()).endsWith("…").hasSizeLessThan(420);
    assertThat(content).hasSizeLessThan(80_000);
  }

  @Test
  void theLinkStandsOnALineOfItsOwnAndOnAButton() throws Exception {
    assertThat(part(night(false), 0).lines()).contains("https://watchbill.example.org/w/a-Token_1");
    assertThat(part(night(false), 1))
        .contains("<a href=\"https://watchbill.example.org/w/a-Token_1\"");
  }

  @Test
  void aSenderInAnyScriptIsNamed() throws Exception {
    Letter letter =
        Letter.of(
            night(false), "ana@example.org", settings("Wache Zürich <w@example.org>"), Cast.NIGHT);
    var from = (InternetAddress) read(letter.content()).getFrom()[0];
    assertThat(from.getPersonal()).isEqualTo("Wache Zürich");
    assertThat(from.getAddress()).isEqualTo("w@example.org");
    assertThat(letter.from()).isEqualTo("w@example.org");
  }

  private static String part(Message message, int number) throws Exception {
    var parts = (MimeMultipart) read(content(message)).getContent();
    return ((String) parts.getBodyPart(number).getContent()).replace("\r\n", "\n");
  }

  private static String content(Message message) {
    SmtpSettings settings = settings("Watchbill <watchbill@example.org>");
    return Letter.of(message, "ana@example.org", settings, Cast.NIGHT).content();
  }

  private static SmtpSettings settings(String from) {
    return new SmtpSettings(
        "127.0.0.1", 25, SmtpSettings.Encryption.WHEN_OFFERED, Optional.empty(), from);
  }

  private static Message night(boolean possibleDuplicate) {
    return new Message(
        new NotificationId("01JGX3S0000000000000000001"),
        new Message.Topic.OfPage(4217),
        Urgency.NOW,
        "checkout is down: 74 % of payments fail",
        List.of(
            new Message.Fact("Since", "04:00 CET (03:00 UTC)"),
            new Message.Fact("Service", "checkout"),
            new Message.Fact("Why you", "primary of rota payments, step 1 of 2"),
            new Message.Fact("If you do nothing", "Ben is told at 04:05 (step 2 of 2)")),
        Optional.of(
            Message.Action.acknowledge(URI.create("https://watchbill.example.org/w/a-Token_1"))),
        possibleDuplicate);
  }

  private static Message message(String headline, List<Message.Fact> facts) {
    return new Message(
        new NotificationId("01JGX3S0000000000000000001"),
        new Message.Topic.OfPage(4217),
        Urgency.NOW,
        headline,
        facts,
        Optional.of(
            Message.Action.acknowledge(URI.create("https://watchbill.example.org/w/a-Token_1"))),
        false);
  }

  private static Message wakeTest() {
    var link = URI.create("https://watchbill.example.org/n/a-Token_2");
    return new Message(
        new NotificationId("01JGX3S0000000000000000002"),
        new Message.Topic.OfNotice(
            new NoticeId("01JGX3S0000000000000000003"), Notice.Kind.WAKE_TEST),
        Urgency.NOW,
        "Can you be woken?",
        List.of(
            new Message.Fact("Why you", "your duty begins at 09:00"),
            new Message.Fact("If you do nothing", "Ben stands in from 09:10")),
        Optional.of(new Message.Action("I am awake", link)),
        false);
  }

  private static MimeMessage read(String content) throws MessagingException {
    var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII));
    return new MimeMessage(Session.getInstance(new Properties()), bytes);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = LetterTest.class.getResourceAsStream(name)) {
      String text = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      return text.replace("\n", "\r\n");
    }
  }
}
