package watchbill.server.several;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import watchbill.server.Main;
import watchbill.server.child.ChildNode;

/// One node, in a process of its own.
final class NodeProcess implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

  private final Process process;
  private final URI url;
  private final Path folder;

  private NodeProcess(Process process, URI url, Path folder) {
    this.process = process;
    this.url = url;
    this.folder = folder;
  }

  /// Starts a node and waits until it is ready.
  ///
  /// @param folder of its own
  static NodeProcess start(Path folder, Path configuration, String store) throws IOException {
    return start(folder, configuration, ChildNode.freePort(), Map.of("WATCHBILL_STORE", store));
  }

  /// The same with a store in its folder, on a port that others know.
  static NodeProcess start(Path folder, Path configuration, int port) throws IOException {
    return start(folder, configuration, port, Map.of());
  }

  private static NodeProcess start(
      Path folder, Path configuration, int port, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(folder);
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--config=" + configuration,
            "--data=" + folder,
            "--listen=127.0.0.1:" + port);
    builder.environment().putAll(environment);
    builder.environment().put("WATCHBILL_LOG", "text");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(log(folder).toFile()).start();
    var node = new NodeProcess(process, URI.create("http://127.0.0.1:" + port), folder);
    Patience.within(
        READY_WITHIN, "the node of " + folder + " has started", () -> node.hasStarted());
    return node;
  }

  /// What came of an event that a sender of PagerDuty's events reports: the status of the answer.
  int report(String key, String service) {
    String event =
        """
        {"routing_key":"%s","event_action":"trigger","dedup_key":"%s",
         "payload":{"summary":"%s","source":"web-1","severity":"critical"}}
        """
            .formatted(House.keyOf(service), key, key);
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve("/v2/enqueue"))
              .timeout(ANSWERS_WITHIN)
              .POST(HttpRequest.BodyPublishers.ofString(event))
              .build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0; // Nobody answers: the node is dead, or frozen.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /// What it answers whoever posts a text.
  int post(String path, String text) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(ANSWERS_WITHIN)
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  /// What the API answers the administrator.
  String api(String path) throws IOException, InterruptedException {
    List<String> keys = Files.readAllLines(folder.resolve("command-line"));
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(ANSWERS_WITHIN)
            .header("Authorization", "Bearer " + keys.get(1))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    return answer.body();
  }

  /// The administrator takes a page: the status of the answer.
  int acknowledge(long page) throws IOException, InterruptedException {
    List<String> keys = Files.readAllLines(folder.resolve("command-line"));
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/v1/pages/" + page + "/acknowledge"))
            .timeout(ANSWERS_WITHIN)
            .header("Authorization", "Bearer " + keys.get(1))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  /// What it answers at a path that anybody may open.
  HttpResponse<String> open(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWERS_WITHIN).build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  /// It opens to the command line last of all.
  private boolean hasStarted() {
    return isReady() && Files.exists(folder.resolve("command-line"));
  }

  boolean isReady() {
    return readiness() == 200;
  }

  /// What it answers whoever asks whether it is ready; 0 when it does not answer.
  int readiness() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve("/readyz")).timeout(ANSWERS_WITHIN).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As a power cut would.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// The process stands still and knows nothing of it.
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  String logged() throws IOException {
    return Files.readString(log(folder));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Path log(Path folder) {
    return folder.resolve("node.log");
  }

  private void signal(String name) {
    try {
      int status = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("no signal " + name + " for " + process.pid());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("no signal " + name, e);
    }
  }
}
