package watchbill.adapter.ingest.heartbeat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.ingest.Keys;
import watchbill.adapter.web.Scene;
import watchbill.alert.Severity;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Command;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.KeptPing;
import watchbill.heartbeat.Schedule;
import watchbill.testkit.Cast;

/// Both ways in over a scene: `nightly-backup` has a key of its own, `sync` is known to an
/// integration of kind heartbeat by its name, `probe` to one of kind opsgenie.
final class HeartbeatHouse implements AutoCloseable {
  static final String OWN_KEY = "key-of-nightly-backup";
  static final String CRON_KEY = "key-of-the-cron-integration";
  static final String GENIE_KEY = "key-of-the-opsgenie-integration";

  final Scene scene;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger ids = new AtomicInteger();

  HeartbeatHouse() {
    scene = new Scene(URI.create("https://example.org/runbook"));
    var every = new Schedule.Every(Duration.ofDays(1));
    scene
        .door()
        .submit(
            new Command.AdoptHeartbeats(
                List.of(
                    plan("nightly-backup", Optional.empty(), Optional.of(OWN_KEY), every),
                    plan("sync", Optional.of("cron"), Optional.empty(), every),
                    plan("probe", Optional.of("genie"), Optional.empty(), every)),
                "configuration"));
    Catalog catalog =
        new Catalog(
            List.of(),
            List.of(),
            List.of(),
            List.of(
                integration("cron", IntegrationKind.HEARTBEAT, CRON_KEY),
                integration("genie", IntegrationKind.OPSGENIE, GENIE_KEY)));
    var pings = new PingRoutes(scene.door(), scene.transactions, () -> catalog, (_, _) -> {});
    var opsgenie =
        new OpsgenieHeartbeats(
            new OpsgenieHeartbeats.Needs(
                scene.door(),
                scene.transactions,
                () -> catalog,
                _ -> "made-" + ids.incrementAndGet(),
                scene.clock,
                (_, _) -> {}));
    server = new HttpServer(List.of(pings, opsgenie), _ -> Optional.empty(), "127.0.0.1", 0);
    server.start();
  }

  int port() {
    return server.port();
  }

  Heartbeat heartbeat(String id) {
    return scene.transactions.read(s -> s.heartbeats().find(new HeartbeatId(id))).orElseThrow();
  }

  KeptPing lastPing(String id) {
    return scene.transactions.read(s -> s.heartbeats().pings(new HeartbeatId(id), 1)).getFirst();
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(method, body)
            .timeout(Duration.ofSeconds(10));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As Opsgenie's clients send it.
  HttpResponse<String> genie(String method, String path, String body) {
    return send(method, path, body, "Authorization", "GenieKey " + GENIE_KEY);
  }

  static Integration integration(String handle, IntegrationKind kind, String key) {
    return new Integration(new IntegrationId(handle), kind, Keys.hash(key), Cast.CHECKOUT);
  }

  private static HeartbeatPlan plan(
      String handle, Optional<String> integration, Optional<String> key, Schedule schedule) {
    return new HeartbeatPlan(
        new HeartbeatId(handle),
        integration.map(IntegrationId::new),
        key.map(Keys::hash),
        Cast.CHECKOUT,
        schedule,
        Duration.ofMinutes(30),
        Severity.CRITICAL,
        "",
        true);
  }

  @Override
  public void close() {
    server.stop();
  }
}
