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

/// Debian's Alertmanager, which tells Watchbill by a webhook and as a client of PagerDuty.
final class Alertmanager implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private Alertmanager(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Alertmanager start(Path folder, URI watchbill, String webhookKey, String pagerDutyKey)
      throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError(
          "no " + PROGRAM + "; .ci/run installs it (Debian: prometheus-alertmanager)");
    }
    Path configuration =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            """
            route: { receiver: both, group_by: [ alertname ], group_wait: 0s, group_interval: 1s }
            receivers:
              - name: both
                webhook_configs:
                  - { url: "%s/in/alertmanager/%s", max_alerts: 2 }
                pagerduty_configs:
                  - { url: "%s/v2/enqueue", routing_key: "%s" }
            """
                .formatted(watchbill, webhookKey, watchbill, pagerDutyKey));
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config.file=" + configuration,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("alertmanager.log").toFile())
            .start();
    var alertmanager = new Alertmanager(process, port);
    Eventually.within(Duration.ofSeconds(20), "Alertmanager is ready", alertmanager::isReady);
    return alertmanager;
  }

  /// What Prometheus would send.
  void take(String alerts) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at("/api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(alerts))
            .build();
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  @Override
  public void close() {
    Ended.cleanly(process);
  }

  private boolean isReady() throws IOException, InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(at("/-/ready")).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException e) {
      return false; // Not listening yet: that is what is being asked.
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
