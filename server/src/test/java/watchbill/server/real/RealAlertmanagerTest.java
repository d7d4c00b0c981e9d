package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Debian's Alertmanager tells Watchbill, by its webhook and as a client of PagerDuty.
@Tag("real")
class RealAlertmanagerTest {
  private static final String WEBHOOK_KEY = "real-alertmanager-key";
  private static final String PAGERDUTY_KEY = "R01E5CXAMPLE0000000000000000KEY1";
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void anAlertComesBothWaysAndEndsBothWays() throws Exception {
    try (Launched watchbill = start();
        Alertmanager alertmanager =
            Alertmanager.start(folder, watchbill.url(), WEBHOOK_KEY, PAGERDUTY_KEY)) {
      alertmanager.take(disks(1, "critical", later()));
      Eventually.within(SOON, "a page for each way", () -> watchbill.openPages() == 2);
      String pages = watchbill.api("/api/v1/pages?state=open");
      assertThat(pages).contains("\"service\":\"checkout\"", "\"service\":\"cart\"");
      assertThat(pages).contains("\"title\":\"Disk 0 is full\"").contains("[FIRING:1] DiskFull");

      alertmanager.take(disks(1, "critical", Instant.now().minusSeconds(1)));
      Eventually.within(SOON, "both are over", () -> watchbill.openPages() == 0);
    }
  }

  @Test
  void whatTheWebhookLeavesOutIsSaid() throws Exception {
    try (Launched watchbill = start();
        Alertmanager alertmanager =
            Alertmanager.start(folder, watchbill.url(), WEBHOOK_KEY, PAGERDUTY_KEY)) {
      alertmanager.take(disks(5, "critical", later()));

      Eventually.within(
          SOON,
          "two alerts, and one of three that were left out",
          () -> {
            String page = pageOf(watchbill, "checkout");
            return page.contains("Alertmanager left out 3 alerts") && page.contains("\"alerts\":3");
          });
    }
  }

  private Launched start() throws Exception {
    return QuietHouse.start(
        folder,
        """
        webhook: { kind: alertmanager, key: %s, service: checkout }
        events: { kind: pagerduty, key: %s, service: cart }
        """
            .formatted(WEBHOOK_KEY, PAGERDUTY_KEY));
  }

  private static String pageOf(Launched watchbill, String service) throws Exception {
    for (int number = 1; number <= 2; number++) {
      String page = watchbill.api("/api/v1/pages/" + number);
      if (page.contains("\"service\":\"" + service + "\"")) {
        return page;
      }
    }
    return "";
  }

  private static Instant later() {
    return Instant.now().plusSeconds(600);
  }

  private static String disks(int count, String severity, Instant endsAt) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            """
            {"labels":{"alertname":"DiskFull","disk":"%d","severity":"%s"},
             "annotations":{"summary":"Disk %d is full"},"endsAt":"%s"}\
            """
                .formatted(i, severity, i, endsAt))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
