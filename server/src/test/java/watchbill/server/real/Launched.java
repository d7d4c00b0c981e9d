package watchbill.server.real;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Watchbill as its own launcher starts it.
final class Launched implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final Path data;

  private Launched(Process process, int port, Path data) {
    this.process = process;
    this.port = port;
    this.data = data;
  }

  static Launched start(Path configuration, Path data, int port)
      throws IOException, InterruptedException {
    Path root = root();
    Process process =
        new ProcessBuilder(
                root.resolve("watchbill").toString(),
                "serve",
                "--config=" + configuration,
                "--data=" + data,
                "--listen=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    configuration.resolveSibling("watchbill.log").toFile()))
            .start();
    var launched = new Launched(process, port, data);
    Eventually.within(READY_WITHIN, "Watchbill is ready", launched::isReady);
    return launched;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Ends it as a power cut would. The launcher has replaced itself by the JVM, so this is it.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// How many pages are open, as a program that asks the API is told.
  int openPages() throws IOException, InterruptedException {
    return api("/api/v1/pages?state=open").split("\"number\"", -1).length - 1;
  }

  /// What the API answers the administrator who asks at this path.
  String api(String path) throws IOException, InterruptedException {
    List<String> keys = Files.readAllLines(data.resolve("command-line"));
    HttpRequest request =
        HttpRequest.newBuilder(url().resolve(path))
            .header("Authorization", "Bearer " + keys.get(1))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    Ended.cleanly(process);
  }

  private boolean isReady() throws IOException, InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(url().resolve("/readyz")).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException e) {
      return false; // Not listening yet: that is what is being asked.
    }
  }

  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    return at;
  }
}
