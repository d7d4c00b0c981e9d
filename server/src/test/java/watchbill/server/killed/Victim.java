package watchbill.server.killed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.server.several.Patience;

/// A node that may die at any moment, as whoever talks to it sees it.
final class Victim implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

  private final Process process;
  private final URI url;
  private final Path data;
  private final long launchedAt;

  private Victim(Process process, URI url, Path data) {
    this.process = process;
    this.url = url;
    this.data = data;
    this.launchedAt = System.nanoTime();
  }

  static Victim start(List<String> command, Path data, int port) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolveSibling("node.log").toFile()))
            .start();
    Victim victim = over(process, data, port);
    Patience.within(
        READY_WITHIN, "the node is ready", () -> victim.isReady() || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError(
          "the node did not start:\n" + Files.readString(data.resolveSibling("node.log")));
    }
    return victim;
  }

  /// One that somebody else started, ready or not.
  static Victim over(Process process, Path data, int port) {
    return new Victim(process, URI.create("http://127.0.0.1:" + port), data);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long launchedAt() {
    return launchedAt;
  }

  boolean isReady() {
    return Files.exists(data.resolve("command-line")) && ask(get("/readyz")).isPresent();
  }

  /// Reports an event as a sender of PagerDuty's events does.
  ///
  /// @return whether it was answered with success
  boolean report(String integrationKey, String deduplicationKey) {
    String event =
        """
        {"routing_key":"%s","event_action":"trigger","dedup_key":"%s",
         "payload":{"summary":"%s","source":"web-1","severity":"critical"}}
        """
            .formatted(integrationKey, deduplicationKey, deduplicationKey);
    return ask(HttpRequest.newBuilder(url.resolve("/v2/enqueue"))
            .POST(BodyPublishers.ofString(event)))
        .isPresent();
  }

  /// The open page whose title has this in it.
  Optional<JsonNode> page(String title) {
    return ask(get("/api/v1/pages?state=open"))
        .flatMap(body ->
            JSON.readTree(body)
                .path("pages")
                .valueStream()
                .filter(p -> p.path("title").asString("").contains(title))
                .findFirst());
  }

  /// Does to a page what its button does.
  ///
  /// @param change `acknowledge` or `resolve`
  /// @return whether it was answered with success
  boolean change(String page, String change) {
    URI address = url.resolve("/api/v1/pages/" + page + "/" + change);
    return ask(HttpRequest.newBuilder(address).POST(BodyPublishers.ofString("{}"))).isPresent();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Whether it dies within so much time.
  boolean dies(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(url.resolve(path));
  }

  /// What it answers with success; empty when it answers otherwise, or is dead.
  private Optional<String> ask(HttpRequest.Builder request) {
    try {
      List<String> keys =
          Files.exists(data.resolve("command-line"))
              ? Files.readAllLines(data.resolve("command-line"))
              : List.of();
      if (keys.size() > 1) {
        request.header("Authorization", "Bearer " + keys.get(1));
      }
      request.header("Content-Type", "application/json");
      var answer = HTTP.send(request.timeout(ANSWERS_WITHIN).build(), BodyHandlers.ofString());
      return answer.statusCode() / 100 == 2 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
