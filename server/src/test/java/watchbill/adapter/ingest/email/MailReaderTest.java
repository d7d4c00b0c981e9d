package watchbill.adapter.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.adapter.ingest.line.LineHouse;

class MailReaderTest {
  private static final List<String> GOLDENS =
      List.of(
          "swaks-plain",
          "swaks-attachment",
          "python-alternative",
          "python-html",
          "python-answer",
          "bounce",
          "cron",
          "vacation");

  @Test
  void readsAPlainMail() {
    Mail mail = golden("swaks-plain");
    assertThat(mail.from()).isEqualTo("root@db1.example.org");
    assertThat(mail.subject()).isEqualTo("PROBLEM: disk full on db1 (95 %)");
    assertThat(mail.text()).isEqualTo("Volume /var is at 95 %.");
    assertThat(mail.messageId()).startsWith("<20261121");
    assertThat(mail.thread()).isEmpty();
    assertThat(mail.automatic()).isEmpty();
  }

  @Test
  void attachmentsAreNamedAndNotRead() {
    Mail mail = golden("swaks-attachment");
    assertThat(mail.text()).isEqualTo("See the file.");
    assertThat(mail.attachments()).containsExactly("report.csv");
  }

  @Test
  void plainTextIsPreferredAndWordsInOtherSetsAreRead() {
    Mail mail = golden("python-alternative");
    assertThat(mail.subject())
        .isEqualTo(
            "Plattenplatz auf »db1« wird knapp – 95 % belegt, bitte möglichst bald prüfen und"
                + " aufräumen");
    assertThat(mail.text()).isEqualTo("Größe: 95 %");
    assertThat(mail.from()).isEqualTo("monitor@example.org");
  }

  @Test
  void ofHtmlTheWordsAreTaken() {
    assertThat(golden("python-html").text()).isEqualTo("Queue is full\n1 200 < 5000\nsince 3 & 4");
  }

  @Test
  void anAnswerBelongsToItsThreadAndLosesItsPrefix() {
    Mail mail = golden("python-answer");
    assertThat(mail.subject()).isEqualTo("PROBLEM: disk full");
    assertThat(mail.thread()).contains("<root@example.org>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bounce             | its Return-Path is empty, as of bounces",
        "vacation           | Precedence: bulk",
      })
  void answersOfMachinesAreNoNews(String name, String why) {
    assertThat(golden(name).automatic()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Auto-Submitted: auto-replied                 | Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-replied (vacation); x=1 | Auto-Submitted: auto-replied",
        "Auto-Submitted: AUTO-NOTIFIED                | Auto-Submitted: auto-notified",
        "Precedence: auto_reply                       | Precedence: auto_reply",
        "Precedence: junk                             | Precedence: junk",
        "X-Autoreply: yes                             | it has the header X-Autoreply",
        "X-Autorespond:                               | it has the header X-Autorespond",
        "Return-Path: <>                              | its Return-Path is empty, as of bounces",
        "From: Mailer-Daemon@example.org              | it is from mailer-daemon@example.org",
        "Auto-Submitted: no                           | ''",
        "Precedence: first-class                      | ''",
        "X-Other: auto-replied                        | ''",
      })
  void eachMarkOfAnAnswerIsKnown(String header, String why) {
    String mail = header + "\nSubject: x\n\nx\n";
    assertThat(sound(mail, "ana@example.org").automatic().orElse("")).isEqualTo(why);
  }

  @Test
  void aMailWithoutASenderInItsEnvelopeIsABounce() {
    assertThat(sound("Subject: x\n\nx", "").automatic())
        .contains("its envelope names no sender, as bounces do");
  }

  @Test
  void aCronJobMayBeBulkAndIsNews() {
    Mail mail = golden("cron");
    assertThat(mail.automatic()).isEmpty();
    assertThat(mail.text()).isEqualTo("backup: no space left on device");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "no head at all",
        "Subject",
        "Subject: =?utf-8?B?not base64?=\n\n",
        "Subject: =?klingon?Q?x?=\n\nx",
        "Content-Type: ;;;===\n\nx",
        "Content-Type: text/plain; charset=klingon\n\nx",
        "Content-Transfer-Encoding: base64\n\n!!!",
        "Content-Transfer-Encoding: uuencode\n\nx",
        "Content-Type: multipart/mixed\n\nx",
        "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n--",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n--b\n--b--",
        "From: <<<>>>@@@\nTo: ,,,\n\n",
        "\u0000\u0000: \u0000\n\n\u0000",
      })
  void whatIsHardlyAMailIsReadAsFarAsItGoes(String mail) {
    assertThat(sound(mail, "ana@example.org").automatic()).isEmpty();
  }

  @Test
  void aMailThatWasCutOffIsReadToItsEnd() {
    String mail =
        "Subject: cut\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nthe first words";
    assertThat(sound(mail, "a@b").text()).isEqualTo("the first words");
  }

  @ParameterizedTest
  @CsvSource({"depth", "parts", "head-lines", "head-bytes", "boundaries"})
  void aBombIsRefusedInBoundedTime(String kind) {
    byte[] bomb = bomb(kind);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(MailReader.read(bomb, "a@b"))
                .as(kind)
                .isInstanceOf(MailReader.Read.Wrong.class));
  }

  @ParameterizedTest
  @CsvSource({"ampersands", "angles", "parameters", "words"})
  void whatIsOnlyLargeIsReadInBoundedTime(String kind) {
    byte[] large = bomb(kind);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MailReader.read(large, "a@b"));
  }

  @Test
  void noMutatedMailThrows() {
    long seed = 20250106;
    var random = new Random(seed);
    for (int i = 0; i < 8_000; i++) {
      byte[] mail = LineHouse.golden("email/" + GOLDENS.get(i % GOLDENS.size()) + ".eml");
      for (int n = random.nextInt(8); n >= 0; n--) {
        mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
      }
      byte[] sent =
          random.nextInt(4) == 0 ? Arrays.copyOf(mail, random.nextInt(mail.length)) : mail;
      assertThat(MailReader.read(sent, "ana@example.org"))
          .as("seed %d, round %d", seed, i)
          .isInstanceOfAny(MailReader.Read.Sound.class, MailReader.Read.Wrong.class);
    }
  }

  private static byte[] bomb(String kind) {
    String text =
        switch (kind) {
          case "depth" -> nested(60);
          case "parts" ->
              "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(100_000);
          case "boundaries" ->
              "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n".repeat(250_000);
          case "head-lines" -> "a:\n".repeat(300_000) + "\nx";
          case "head-bytes" -> "Subject: " + "x".repeat(1_000_000) + "\n\nx";
          case "ampersands" -> "Content-Type: text/html\n\n" + "&".repeat(1_000_000);
          case "angles" -> "Content-Type: text/html\n\n" + "<script<!--<p".repeat(80_000);
          case "parameters" -> "Content-Type: text/plain" + "; a*1*=x".repeat(7_000) + "\n\nx";
          default -> "Subject: " + "=?utf-8?Q?a?= ".repeat(4_000) + "\n\nx";
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String nested(int depth) {
    var mail = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\n\n--b").append(i).append('\n');
    }
    return mail + "\nx";
  }

  private static Mail golden(String name) {
    return sound(LineHouse.golden("email/" + name + ".eml"), "sender@example.org");
  }

  private static Mail sound(String mail, String envelopeFrom) {
    return sound(mail.getBytes(StandardCharsets.UTF_8), envelopeFrom);
  }

  private static Mail sound(byte[] mail, String envelopeFrom) {
    return ((MailReader.Read.Sound) MailReader.read(mail, envelopeFrom)).mail();
  }
}
