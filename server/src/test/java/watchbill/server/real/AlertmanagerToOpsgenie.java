package watchbill.server.real;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Debian's Alertmanager, which takes us for Opsgenie.
final class AlertmanagerToOpsgenie implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
  private static final Duration SOON = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private AlertmanagerToOpsgenie(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static AlertmanagerToOpsgenie start(Path folder, URI watchbill, String key) throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError(
          "no " + PROGRAM + "; .ci/run installs it (Debian: prometheus-alertmanager)");
    }
    Files.writeString(
        folder.resolve("alertmanager.yml"),
        """
        route:
          { receiver: us, group_by: [ alertname ], group_wait: 1s, group_interval: 1s,
            repeat_interval: 1h }
        receivers:
          - name: us
            opsgenie_configs:
              - api_url: %s/
                api_key: %s
                update_alerts: true
                priority: P1
                tags: prometheus,{{ .CommonLabels.severity }}
        """
            .formatted(watchbill, key));
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config.file=" + folder.resolve("alertmanager.yml"),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("alertmanager.log").toFile())
            .start();
    var started = new AlertmanagerToOpsgenie(process, port);
    Eventually.within(SOON, "Alertmanager is ready", started::isReady);
    return started;
  }

  /// Checkout is down at this instance, or not any more.
  void says(String instance, boolean fires) throws IOException, InterruptedException {
    Instant end = fires ? Instant.now().plusSeconds(600) : Instant.now().minusMillis(1);
    String body =
        """
        [{"labels": {"alertname": "CheckoutDown", "instance": "%s", "severity": "critical"},
          "annotations": {"summary": "It is down"}, "startsAt": "%s", "endsAt": "%s"}]
        """
            .formatted(instance, Instant.now().minusSeconds(5), end);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/-/ready")).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false; // Not listening yet: that is what is being asked.
    }
  }

  @Override
  public void close() {
    Ended.cleanly(process);
  }
}
