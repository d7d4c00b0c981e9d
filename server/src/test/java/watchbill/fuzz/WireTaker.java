package watchbill.fuzz;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.http.Routes;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.Tally;
import watchbill.adapter.ingest.WebhookRoutes;
import watchbill.adapter.ingest.alertmanager.AlertList;
import watchbill.adapter.ingest.alertmanager.AlertmanagerApi;
import watchbill.adapter.ingest.alertmanager.RouteTrees;
import watchbill.adapter.ingest.alertmanager.SilenceApi;
import watchbill.adapter.ingest.heartbeat.OpsgenieHeartbeats;
import watchbill.adapter.ingest.heartbeat.PingRoutes;
import watchbill.adapter.ingest.line.LineDoor;
import watchbill.adapter.ingest.opsgenie.OpsgenieApi;
import watchbill.adapter.ingest.otlp.OtlpRoutes;
import watchbill.adapter.ingest.pagerduty.PagerDutyEvents;
import watchbill.adapter.ingest.sns.Fetch;
import watchbill.adapter.ingest.sns.SnsRoutes;
import watchbill.adapter.ingest.sns.Trust;
import watchbill.catalog.Catalog;
import watchbill.server.pattern.Re2Patterns;
import watchbill.testkit.SequentialIds;
import watchbill.time.TimeSource;

/// Every address that senders have, over HTTP on loopback: whatever comes, no answer is a 5xx.
///
/// An input is a [Written] message with the header `to`, the method and the address.
final class WireTaker implements FuzzTarget.Taker {
  private static final Tally NO_TALLY = (_, _) -> {};
  private static final String TO = "to";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> WORDS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static final byte[] AGAIN = "> to: GET /ping/nobody".getBytes(StandardCharsets.UTF_8);

  private final ListAppender<ILoggingEvent> faults = new ListAppender<>();
  private final FuzzHouse house = new FuzzHouse();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  WireTaker() {
    faults.start();
    ((Logger) LoggerFactory.getLogger("watchbill.adapter.http.Faults")).addAppender(faults);
    server = new HttpServer(routes(), _ -> Optional.empty(), "127.0.0.1", 0);
    server.start();
  }

  @Override
  public void take(byte[] input) throws IOException, InterruptedException {
    Optional<HttpRequest> request = request(Written.read(input));
    if (request.isPresent()) {
      send(request.get());
      // What went wrong behind the answer shows with the next request on that connection.
      send(request(Written.read(AGAIN)).orElseThrow());
      DialectTaker.holds(faults.list.isEmpty(), request.get() + " left " + faults.list);
      house.tidy();
    }
  }

  private void send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    DialectTaker.holds(
        answer.statusCode() < 500,
        request + " was answered " + answer.statusCode() + " " + answer.body());
  }

  /// Empty for what no client can send.
  private Optional<HttpRequest> request(Written written) {
    String[] to = written.head().getOrDefault(TO, "").split(" ", 2);
    if (to.length < 2 || !WORDS.contains(to[0]) || !to[1].startsWith("/")) {
      return Optional.empty();
    }
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + to[1]))
              .timeout(PATIENCE)
              .method(to[0], HttpRequest.BodyPublishers.ofByteArray(written.body()));
      for (Map.Entry<String, String> header : written.head().entrySet()) {
        if (!header.getKey().equals(TO)) {
          request.header(header.getKey(), header.getValue());
        }
      }
      return Optional.of(request.build());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Routes> routes() {
    Catalog catalog = FuzzHouse.catalog();
    TimeSource time = () -> FuzzHouse.NOW;
    var ids = new SequentialIds();
    var store = house.transactions();
    RouteTrees trees = RouteTrees.NONE;
    List<Dialect> webhooks = FuzzTargets.webhooks();
    Fetch nobody = _ -> new Fetch.Fetched.Got("no certificate");
    var lines = new LineDoor(house, time, NO_TALLY, (_, _, _) -> {});
    return List.of(
        new PagerDutyEvents(house, () -> catalog, ids, time, NO_TALLY),
        new AlertmanagerApi(house, () -> catalog, time, NO_TALLY, trees, "0.1.0"),
        new AlertList(() -> catalog, store, time, new Re2Patterns(), trees),
        new SilenceApi(house, () -> catalog, store, time),
        new PingRoutes(house, store, () -> catalog, NO_TALLY),
        new OpsgenieHeartbeats(
            new OpsgenieHeartbeats.Needs(house, store, () -> catalog, ids, time, NO_TALLY)),
        new OpsgenieApi(
            new OpsgenieApi.Needs(store, house, () -> catalog, time, ids, Map.of()), NO_TALLY),
        new WebhookRoutes(house, () -> catalog, time, webhooks, _ -> NO_TALLY),
        new OtlpRoutes(FuzzTargets.otlp(), lines, () -> catalog, time, NO_TALLY),
        new SnsRoutes(
            new SnsRoutes.Needs(house, () -> catalog, time, NO_TALLY, nobody, new Trust(List.of())),
            FuzzTargets.sns()));
  }
}
