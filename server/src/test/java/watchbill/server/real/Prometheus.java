package watchbill.server.real;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Debian's Prometheus with one rule over one gauge that the test turns.
final class Prometheus implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
  private static final String RULES =
      """
      groups:
        - name: checkout
          rules:
            - alert: CheckoutErrors
              expr: checkout_error_ratio > 0.05
              labels: { severity: critical }
              annotations:
                summary: Checkout is failing for 1 in 4 customers
      """;

  private final HttpServer gauge;
  private final Process process;
  private volatile double ratio;

  private Prometheus(HttpServer gauge, Process process) {
    this.gauge = gauge;
    this.process = process;
  }

  /// Starts it against a Watchbill on this port of loopback.
  static Prometheus start(Path folder, int watchbill, String key) throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      throw new AssertionError("no " + PROGRAM + "; .ci/run installs it (Debian: prometheus)");
    }
    HttpServer gauge =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    int scraped = gauge.getAddress().getPort();
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: { scrape_interval: 1s, evaluation_interval: 1s }
        rule_files: [ rules.yml ]
        scrape_configs:
          - job_name: checkout
            static_configs: [ { targets: [ "127.0.0.1:%d" ] } ]
        alerting:
          alertmanagers:
            - path_prefix: /am/%s
              api_version: v2
              static_configs: [ { targets: [ "127.0.0.1:%d" ] } ]
        """
            .formatted(scraped, key, watchbill));
    Files.writeString(folder.resolve("rules.yml"), RULES);
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + Ports.free(),
                "--rules.alert.resend-delay=5s")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    var prometheus = new Prometheus(gauge, process);
    gauge.createContext(
        "/metrics",
        exchange -> {
          byte[] text =
              "checkout_error_ratio %s%n"
                  .formatted(prometheus.ratio)
                  .getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
          }
        });
    gauge.start();
    return prometheus;
  }

  /// What checkout's error ratio is from now on; above 0.05 the rule fires.
  void errorRatio(double now) {
    ratio = now;
  }

  @Override
  public void close() {
    Ended.cleanly(process);
    gauge.stop(0);
  }
}
