package watchbill.adapter.ingest.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.IntakeHouse.NOW;
import static watchbill.adapter.ingest.IntakeHouse.PROMETHEUS_KEY;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.IntakeHouse;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;

class AlertmanagerApiTest {
  private final IntakeHouse house = new IntakeHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anAlertOfTheRealPrometheusIsTakenAsItIs() {
    String body = IntakeHouse.captured("prometheus-first-fire.json");

    HttpResponse<String> answer = house.alerts(body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(house.door.last().body()).isEqualTo(body);
    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.condition().summary()).isEqualTo("Disk 95% full on db-01:9100");
    assertThat(firing.condition().source()).isEqualTo("db-01:9100");
    assertThat(firing.condition().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(firing.condition().labels())
        .containsOnlyKeys("alertname", "cluster", "device", "instance", "job", "severity", "team");
    assertThat(firing.condition().details())
        .containsEntry("description", "unicode café ☕ and \"quotes\"")
        .containsEntry("runbook_url", "https://runbooks.example.test/disk")
        .containsEntry(
            "generatorURL",
            "http://prom.example.test/graph?g0.expr=disk_used_ratio+%3E+0.9&g0.tab=1");
    assertThat(firing.leaseUntil()).contains(Instant.parse("2026-11-21T01:43:06.568Z"));
  }

  @Test
  void aFutureEndIsALeaseAndAPastOneAnEnd() {
    house.alerts(alert("\"endsAt\":\"2025-01-06T03:04:00Z\""));
    house.alerts(alert("\"endsAt\":\"2025-01-06T03:00:00Z\""));

    assertThat(firing(0).leaseUntil()).contains(NOW.plus(Duration.ofMinutes(4)));
    assertThat(house.door.last().reports()).containsExactly(new AlertReport.Ended(firing(0).key()));
  }

  @Test
  void whoNeverSaysWhenItEndsIsBelievedForFiveMinutes() {
    house.alerts(alert("\"startsAt\":\"2025-01-06T02:50:00Z\""));
    house.alerts(
        alert("\"startsAt\":\"0001-01-01T00:00:00.000Z\",\"endsAt\":\"0001-01-01T00:00:00.000Z\""));

    assertThat(firing(0).startsAt()).isEqualTo("2025-01-06T02:50:00Z");
    assertThat(firing(0).leaseUntil()).contains(NOW.plus(Duration.ofMinutes(5)));
    assertThat(firing(1).startsAt()).isEqualTo(NOW);
    assertThat(firing(1).leaseUntil()).contains(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void theSameLabelsInAnyOrderAreTheSameAlert() {
    house.alerts("[{\"labels\":{\"b\":\"2\",\"a\":\"1\",\"empty\":\"\"}}]");
    house.alerts("[{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}]");

    assertThat(firing(0).deduplicationKey()).isEqualTo("{a=\"1\",b=\"2\"}");
    assertThat(firing(0).key()).isEqualTo(firing(1).key());
    assertThat(firing(0).key())
        .isEqualTo(AlertKey.of(new IntegrationId("prometheus"), "{a=\"1\",b=\"2\"}"));
  }

  @Test
  void labelsThatImitateTwoAreStillOne() {
    house.alerts("[{\"labels\":{\"a\":\"1\\\",b=\\\"2\"}}]");

    assertThat(firing(0).deduplicationKey()).isNotEqualTo("{a=\"1\",b=\"2\"}");
  }

  @Test
  void oneBadAlertDoesNotSpoilTheOthers() {
    String batch =
        "[{\"labels\":{\"a\":\"1\"}},{\"labels\":{\"a\":\"\"}},{\"labels\":{\"a\":\"2\"},"
            + "\"startsAt\":\"soon\"},{\"labels\":{\"a\":\"3\"}}]";

    HttpResponse<String> answer = house.alerts(batch);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "\"alerts[1].labels: is missing; use at least one label with a value;"
                + " alerts[2].startsAt: 'soon' is not accepted; use a time as"
                + " 2025-01-06T03:00:00Z (2 of 4 alerts were kept)\"");
    assertThat(house.door.last().reports()).hasSize(2);
    assertThat(house.door.last().body()).isEqualTo(batch);
  }

  @Test
  void severitiesThatNobodyToldUsWakeSomebody() {
    Map<String, Severity> expected =
        Map.of(
            "page", Severity.CRITICAL,
            "Critical", Severity.CRITICAL,
            "high", Severity.ERROR,
            "warn", Severity.WARNING,
            "none", Severity.INFO,
            "purple", Severity.CRITICAL);
    expected.forEach((word, severity) -> {
      house.alerts("[{\"labels\":{\"severity\":\"" + word + "\"}}]");
      var last = (AlertReport.Firing) house.door.last().reports().getFirst();
      assertThat(last.condition().severity()).as(word).isEqualTo(severity);
    });
    house.alerts("[{\"labels\":{\"a\":\"1\"}}]");
    var without = (AlertReport.Firing) house.door.last().reports().getFirst();
    assertThat(without.condition().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aSummaryIsFoundWhereThereIsOne() {
    house.alerts(
        "[{\"labels\":{\"alertname\":\"Down\"},\"annotations\":{\"message\":\"is\\ndown\"}}]");
    house.alerts("[{\"labels\":{\"alertname\":\"Down\"}}]");
    house.alerts("[{\"labels\":{\"job\":\"node\"}}]");

    assertThat(firing(0).condition().summary()).isEqualTo("is down");
    assertThat(firing(1).condition().summary()).isEqualTo("Down");
    assertThat(firing(2).condition().summary()).isEqualTo("{job=\"node\"}");
    assertThat(firing(2).condition().source()).isEqualTo("node");
  }

  @Test
  void theKeyMayComeInThreeWays() {
    String body = "[{\"labels\":{\"a\":\"1\"}}]";
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("ana:" + PROMETHEUS_KEY).getBytes(StandardCharsets.UTF_8));

    assertThat(house.alerts(body).statusCode()).isEqualTo(200);
    assertThat(
            house
                .post("/api/v2/alerts", body, "Authorization", "Bearer " + PROMETHEUS_KEY)
                .statusCode())
        .isEqualTo(200);
    assertThat(house.post("/api/v2/alerts", body, "Authorization", basic).statusCode())
        .isEqualTo(200);
  }

  @Test
  void withoutTheKeyNothingIsTakenAndTheWayInIsSaid() {
    HttpResponse<String> none = house.post("/api/v2/alerts", "[{\"labels\":{\"a\":\"1\"}}]");
    HttpResponse<String> wrong = house.get("/am/wrong/api/v2/status");

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("Bearer")
        .contains("Basic");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(house.door.received()).isEmpty();
  }

  @Test
  void theStatusHasAllThatAmtoolInsistsOn() {
    HttpResponse<String> answer = house.get("/am/" + PROMETHEUS_KEY + "/api/v2/status");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    for (String field :
        new String[] {"version", "revision", "branch", "buildUser", "buildDate", "goVersion"}) {
      assertThat(answer.body()).contains("\"" + field + "\":\"");
    }
    assertThat(answer.body())
        .contains("\"cluster\":{\"name\":\"watchbill\",\"status\":\"ready\",\"peers\":[]}")
        .contains("\"config\":{\"original\":\"route:\\n  receiver: checkout\\n")
        .contains("\"uptime\":\"2025-01-06T03:00:00Z\"");
  }

  @Test
  void tooMuchAtOnceIs429AndABrokenStore503() {
    house.door.sayTryLater(true, Duration.ofMillis(200));
    HttpResponse<String> overloaded = house.alerts("[{\"labels\":{\"a\":\"1\"}}]");
    house.door.sayTryLater(false, Duration.ofSeconds(5));
    HttpResponse<String> broken = house.alerts("[{\"labels\":{\"a\":\"1\"}}]");

    assertThat(overloaded.statusCode()).isEqualTo(429);
    assertThat(overloaded.headers().firstValue("Retry-After")).contains("1");
    assertThat(broken.statusCode()).isEqualTo(503);
    assertThat(broken.headers().firstValue("Retry-After")).contains("5");
  }

  private AlertReport.Firing firing(int message) {
    return (AlertReport.Firing) house.door.received().get(message).reports().getFirst();
  }

  private static String alert(String more) {
    return "[{\"labels\":{\"alertname\":\"Down\"}," + more + "}]";
  }
}
