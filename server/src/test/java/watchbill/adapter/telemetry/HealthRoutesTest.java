package watchbill.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.http.HttpServer;
import watchbill.testkit.HandClock;

class HealthRoutesTest {
  private static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");

  private final HandClock clock = new HandClock(NOW);
  private final Telemetry telemetry = new Telemetry(clock);
  private List<String> reasons = List.of();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server =
      new HttpServer(
          List.of(new HealthRoutes(() -> reasons, telemetry)),
          _ -> Optional.empty(),
          "127.0.0.1",
          0);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    server.close();
  }

  @Test
  void itIsAliveEvenWhenItIsNotReady() throws Exception {
    reasons = List.of("the store can't be read: disk I/O error");

    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    HttpResponse<String> ready = get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).isEqualTo("not ready\nthe store can't be read: disk I/O error\n");
  }

  @Test
  void itIsReadyWhenNothingSpeaksAgainstIt() throws Exception {
    assertThat(get("/readyz").body()).isEqualTo("ready\n");
  }

  @Test
  void whatHappenedIsCounted() throws Exception {
    telemetry.received("pagerduty", "kept", 2);
    telemetry.received("alertmanager", "refused", 0);
    telemetry.turn(7, Duration.ofMillis(3));
    telemetry.notification("accepted");
    telemetry.openPages(() -> 3);
    telemetry.ticked(NOW.minusSeconds(4));

    assertThat(get("/metrics").body())
        .contains("watchbill_events_total{kind=\"pagerduty\",outcome=\"kept\"} 2.0")
        .doesNotContain("outcome=\"refused\"")
        .contains("watchbill_turns_total 1.0")
        .contains("watchbill_turn_commands_bucket{le=\"10.0\"} 1")
        .contains("watchbill_turn_seconds_bucket{le=\"0.005\"} 1")
        .contains("watchbill_notification_attempts_total{outcome=\"accepted\"} 1.0")
        .contains("watchbill_open_pages 3.0")
        .contains("watchbill_seconds_since_tick 4.0")
        .contains("watchbill_heap_used_bytes ")
        .contains("watchbill_cpu_seconds ");
  }

  @Test
  void aFigureThatCanNotBeHadIsAbsentAndNeverZero() throws Exception {
    telemetry.openPages(() -> {
      throw new IllegalStateException("the store is gone");
    });

    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .doesNotContainPattern("(?m)^watchbill_open_pages ")
        .doesNotContainPattern("(?m)^watchbill_seconds_since_tick ")
        .contains("watchbill_heap_max_bytes");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
