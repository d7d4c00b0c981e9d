package watchbill.server.real;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import watchbill.server.config.Configurations;
import watchbill.server.config.Loaded;
import watchbill.server.config.ServerSettings;
import watchbill.server.node.Node;
import watchbill.server.node.NodePlan;

/// A whole node in this process, for tests that drive it from outside and do not kill it.
final class InProcess implements AutoCloseable {
  private static final String PEOPLE =
      """
      people: { ana: { name: Ana, notify: { now: [ push 0m ] } } }
      channels: { push: { demo: {} } }
      teams: { payments: { people: [ ana ] } }
      policies: { payments: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
      services: { checkout: { team: payments, policy: payments } }
      """;

  private final Node node;
  private final URI url;
  private final Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  private InProcess(Node node, URI url, Path data) {
    this.node = node;
    this.url = url;
    this.data = data;
  }

  /// With Ana, the service checkout, and these integrations.
  static InProcess start(Path folder, String integrations) throws IOException {
    Path file = folder.resolve("watchbill.yaml");
    Files.writeString(file, PEOPLE + integrations);
    return switch (Configurations.load(file, Map.of())) {
      case Loaded.Invalid(var mistakes, _) -> throw new AssertionError(mistakes.toString());
      case Loaded.Valid(var settings, _) -> {
        int port = Ports.free();
        URI url = URI.create("http://127.0.0.1:" + port);
        Path data = folder.resolve("data");
        var listen = new ServerSettings.Listen("127.0.0.1", port);
        Node node = Node.start(new NodePlan(settings, data, listen, url, false));
        yield new InProcess(node, url, data);
      }
    };
  }

  URI url() {
    return url;
  }

  /// What the API says.
  String get(String path) throws IOException, InterruptedException {
    List<String> keys = Files.readAllLines(data.resolve("command-line"));
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Authorization", "Bearer " + keys.get(1))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    client.shutdownNow();
    node.close();
  }
}
