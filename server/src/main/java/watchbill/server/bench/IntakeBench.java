package watchbill.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import watchbill.server.child.ChildNode;

/// Measures durable intake: how many events a second are answered after they are on disk.
public final class IntakeBench {
  private static final int CONNECTIONS = 64;
  private static final int BATCH = 100;
  private static final int KNOWN = 10_000;
  private static final long UNLIMITED = Long.MAX_VALUE;
  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");

  private final BenchFolder folder;
  private final PrintWriter out;
  private final Duration length;

  public IntakeBench(BenchFolder folder, PrintWriter out, Duration length) {
    this.folder = folder;
    this.out = out;
    this.length = length;
  }

  /// Runs every shape of load against a node of its own, and beside it against Alertmanager where
  /// that is installed.
  public void run() throws IOException, InterruptedException {
    out.println("Durable intake: each answer is given after the commit (WAL, synchronous=FULL).");
    out.println("Node and load share this machine's processors; a new store for each row.");
    out.printf(
        "%d connections, %d s each after %d s of warming up.%n%n",
        CONNECTIONS, length.toSeconds(), WARM_UP.toSeconds());
    out.println(
        "                                        alerts/s   requests/s  p50 ms  p99 ms  bad");
    String events = BenchFolder.EVENTS_KEY;
    row("PagerDuty, new keys", CONNECTIONS, Bodies.events(events, CONNECTIONS, UNLIMITED));
    row("PagerDuty, one key", CONNECTIONS, Bodies.events(events, CONNECTIONS, 1));
    row("Alertmanager API, 100 new a request", 8, alerts(8, UNLIMITED));
    row("Alertmanager API, 100 resent a request", 8, alerts(8, KNOWN));
    if (Files.isExecutable(ALERTMANAGER)) {
      beside();
    } else {
      out.println("Debian's prometheus-alertmanager is not installed: nothing to compare with.");
    }
    out.flush();
  }

  private static Bodies alerts(int connections, long keySpace) {
    return Bodies.alerts(
        "/api/v2/alerts", BenchFolder.PROMETHEUS_KEY, BATCH, connections, keySpace);
  }

  private void row(String what, int connections, Bodies bodies)
      throws IOException, InterruptedException {
    try (ChildNode node = ChildNode.start(folder.plan(ChildNode.usualOptions()))) {
      measure(what, node.port(), connections, bodies);
    }
  }

  /// What a user would otherwise run. It keeps nothing on disk.
  private void beside() throws IOException, InterruptedException {
    out.println("beside it, keeping nothing on disk:");
    try (AlertmanagerProcess peer = AlertmanagerProcess.start(ALERTMANAGER, folder.peer())) {
      measure("Alertmanager, 100 new a request", peer.port(), 8, alerts(8, UNLIMITED));
      measure("Alertmanager, 100 resent a request", peer.port(), 8, alerts(8, KNOWN));
    }
  }

  private void measure(String what, int port, int connections, Bodies bodies) throws IOException {
    new Load(port, connections, bodies).run(WARM_UP);
    Load.Figures figures = new Load(port, connections, bodies).run(length);
    out.printf(
        Locale.ROOT,
        "%-40s %,8.0f %,12.0f  %6.1f  %6.1f  %d%n",
        what,
        figures.perSecond() * bodies.perRequest(),
        figures.perSecond(),
        figures.micros().getValueAtPercentile(50) / 1e3,
        figures.micros().getValueAtPercentile(99) / 1e3,
        figures.bad());
    out.flush();
  }
}
