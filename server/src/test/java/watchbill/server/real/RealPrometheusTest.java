package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The promise under everything, against real processes: a Prometheus alert wakes people across
/// `kill -9`, nobody is told twice, and the link stops it.
@Tag("real")
class RealPrometheusTest {
  private static final String KEY = "real-prometheus-key";
  private static final Duration STEP = Duration.ofSeconds(12);
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Pattern LINK = Pattern.compile("https?://\\S+/w/[A-Za-z0-9_-]+");

  @TempDir private Path folder;
  private GreenMail mail;

  @BeforeEach
  void startMailServer() throws IOException {
    mail = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
  }

  @AfterEach
  void stopMailServer() {
    mail.stop();
  }

  @Test
  void aRealAlertWakesPeopleAcrossTwoKillsAndTheLinkStopsIt() throws Exception {
    Path configuration = folder.resolve("watchbill.yaml");
    Files.writeString(
        configuration,
        """
        people:
          ana: { name: Ana, email: ana@example.org, notify: { now: [ email 4s ] } }
          ben: { name: Ben, email: ben@example.org, notify: { now: [ email 4s ] } }
        teams: { payments: { people: [ ana, ben ] } }
        policies:
          payments:
            steps: [ { notify: [ ana ], wait: 12s }, { notify: [ ben ], wait: 12s } ]
            fallback: [ ana ]
        services: { checkout: { team: payments, policy: payments } }
        integrations: { prometheus: { kind: alertmanager, key: %s, service: checkout } }
        channels: { email: { smtp: "smtp://127.0.0.1:%d" } }
        """
            .formatted(KEY, mail.getSmtp().getPort()));
    Path data = Files.createDirectory(folder.resolve("data"));
    int port = Ports.free();
    Launched first = Launched.start(configuration, data, port);
    try (Prometheus prometheus = Prometheus.start(folder, port, KEY)) {
      prometheus.errorRatio(0.25);
      Eventually.within(SOON, "the alert is accepted", () -> first.openPages() == 1);
      first.kill();
      assertThat(mailTo("ana")).as("killed before anybody was told").isEmpty();

      Launched second = Launched.start(configuration, data, port);
      Eventually.within(SOON, "Ana is told after the kill", () -> mailTo("ana").size() == 1);
      second.kill();

      try (Launched third = Launched.start(configuration, data, port)) {
        Eventually.within(STEP.plus(SOON), "Ben is told", () -> mailTo("ben").size() == 1);
        // Whether the kill came before the answer of the mail server was on disk is chance.
        assertThat(mailTo("ana"))
            .as("Ana is told once, or twice where it says so")
            .hasSizeLessThan(3);
        assertThat(mailTo("ana").stream().skip(1)).allMatch(RealPrometheusTest::saysItMayBeACopy);
        int told = mails().size();
        acknowledge(linkIn(mailTo("ben").getFirst()));
        Eventually.notFor(
            STEP.plusSeconds(6), "an acknowledged page calls nobody", () -> mails().size() > told);
        assertThat(third.openPages()).isEqualTo(1);

        prometheus.errorRatio(0);
        Eventually.within(SOON, "the page resolves itself", () -> third.openPages() == 0);
      }
    }
  }

  private List<MimeMessage> mails() {
    return Arrays.asList(mail.getReceivedMessages());
  }

  private List<MimeMessage> mailTo(String name) throws Exception {
    return mails().stream().filter(m -> isTo(m, name)).toList();
  }

  private static boolean isTo(MimeMessage message, String name) {
    return GreenMailUtil.getHeaders(message).contains(name + "@example.org");
  }

  private static boolean saysItMayBeACopy(MimeMessage message) {
    return text(message).contains("possible duplicate");
  }

  private static String text(MimeMessage message) {
    return GreenMailUtil.getWholeMessage(message).replace("=\r\n", "");
  }

  private static String linkIn(MimeMessage message) {
    Matcher link = LINK.matcher(text(message));
    assertThat(link.find()).as("the mail carries a link").isTrue();
    return link.group();
  }

  private static void acknowledge(String link) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(link))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("do=acknowledge"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
