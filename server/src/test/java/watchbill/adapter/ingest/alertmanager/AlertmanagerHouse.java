package watchbill.adapter.ingest.alertmanager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.http.HttpServer;
import watchbill.adapter.ingest.IntakeHouse;
import watchbill.adapter.web.Scene;
import watchbill.catalog.Catalog;
import watchbill.route.RoutePlan;
import watchbill.server.pattern.Re2Patterns;

/// The whole of this API on loopback, over a team with its engine and its store in memory.
final class AlertmanagerHouse implements AutoCloseable {
  final Scene scene;
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;

  AlertmanagerHouse() {
    this(RoutePlan.NONE);
  }

  /// In which these rules hold.
  AlertmanagerHouse(RoutePlan plan) {
    scene = Scene.ruled(plan);
    Catalog catalog = IntakeHouse.catalog();
    var door = scene.door();
    var patterns = new Re2Patterns();
    var trees = new RouteTrees(plan, Map.of());
    server =
        new HttpServer(
            List.of(
                new AlertmanagerApi(door, () -> catalog, scene.clock, (_, _) -> {}, trees, "0.1.0"),
                new AlertList(() -> catalog, scene.transactions, scene.clock, patterns, trees),
                new SilenceApi(door, () -> catalog, scene.transactions, scene.clock)),
            _ -> Optional.empty(),
            "127.0.0.1",
            0);
    server.start();
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    String base = "http://127.0.0.1:" + server.port() + "/am/" + IntakeHouse.PROMETHEUS_KEY;
    return HttpRequest.newBuilder(URI.create(base + "/api/v2" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
    client.close();
  }
}
