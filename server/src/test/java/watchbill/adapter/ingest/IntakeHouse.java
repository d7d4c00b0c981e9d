package watchbill.adapter.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.ingest.alertmanager.AlertmanagerApi;
import watchbill.adapter.ingest.alertmanager.RouteTrees;
import watchbill.adapter.ingest.pagerduty.PagerDutyEvents;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.ServiceId;

/// A real server on loopback with both ways in and a door that records.
public final class IntakeHouse implements AutoCloseable {
  public static final String PAGERDUTY_KEY = "R01E5CXAMPLE0000000000000000KEY1";
  public static final String PROMETHEUS_KEY = "prometheus-key";
  public static final Instant NOW = Instant.parse("2025-01-06T03:00:00Z");

  public final RecordingDoor door = new RecordingDoor();
  public final Map<Tally.Outcome, Integer> counted = new EnumMap<>(Tally.Outcome.class);
  private final AtomicInteger ids = new AtomicInteger();
  private final HttpServer server;
  private final HttpClient client;

  public IntakeHouse() {
    Catalog catalog = catalog();
    Tally tally = this::count;
    var pagerDuty =
        new PagerDutyEvents(
            door, () -> catalog, _ -> "made-" + ids.incrementAndGet(), () -> NOW, tally);
    var alertmanager =
        new AlertmanagerApi(door, () -> catalog, () -> NOW, tally, RouteTrees.NONE, "0.1.0");
    server =
        new HttpServer(List.of(pagerDuty, alertmanager), _ -> Optional.empty(), "127.0.0.1", 0);
    server.start();
    client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  }

  private synchronized void count(Tally.Outcome outcome, int events) {
    counted.merge(outcome, events, Integer::sum);
  }

  /// Two integrations of the service checkout, one of each kind.
  public static Catalog catalog() {
    var checkout = new ServiceId("checkout");
    return new Catalog(
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Integration(
                new IntegrationId("pagerduty"),
                IntegrationKind.PAGERDUTY,
                Keys.hash(PAGERDUTY_KEY),
                checkout),
            new Integration(
                new IntegrationId("prometheus"),
                IntegrationKind.ALERTMANAGER,
                Keys.hash(PROMETHEUS_KEY),
                checkout)));
  }

  public int port() {
    return server.port();
  }

  public HttpResponse<String> enqueue(String body) {
    return post("/v2/enqueue", body);
  }

  public HttpResponse<String> alerts(String body) {
    return post("/am/" + PROMETHEUS_KEY + "/api/v2/alerts", body);
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    request.header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public HttpResponse<String> get(String path, String... headers) {
    var request = request(path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(10));
  }

  /// Posts JSON to another server; answers the status.
  public int sendTo(String address, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(request.build()).statusCode();
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A body as a real client sent it.
  public static String captured(String name) {
    try (InputStream in = IntakeHouse.class.getResourceAsStream("/wire/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
