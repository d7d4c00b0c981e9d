package watchbill.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import watchbill.server.child.ChildNode;

/// Measures durable intake: how many events a second are answered after they are on disk.
public final class IntakeBench {
  private static final int MANY = 64;
  private static final List<Batch> BATCHES =
      List.of(new Batch(1, MANY), new Batch(10, 32), new Batch(100, 8));
  private static final int KNOWN = 10_000;
  private static final long UNLIMITED = Long.MAX_VALUE;
  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");

  /// How many alerts come in one request, and over how many connections.
  private record Batch(int size, int connections) {}

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
    out.println(
        "Alertmanager, where it is installed, gets the same load and keeps nothing on disk.");
    out.printf("%d s each after %d s of warming up.%n%n", length.toSeconds(), WARM_UP.toSeconds());
    out.println(
        "                                        alerts/s   requests/s  p50 ms  p99 ms  bad");
    String events = BenchFolder.EVENTS_KEY;
    ours("PagerDuty, new keys", MANY, Bodies.events(events, MANY, UNLIMITED));
    ours("PagerDuty, one key", MANY, Bodies.events(events, MANY, 1));
    for (Batch batch : BATCHES) {
      compare("new", batch, UNLIMITED);
      compare("resent", batch, KNOWN);
    }
    if (!hasPeer()) {
      out.println("Debian's prometheus-alertmanager is not installed: nothing to compare with.");
    }
    out.flush();
  }

  /// The same requests to the one and to the other, and what the one is to the other.
  private void compare(String what, Batch batch, long keys)
      throws IOException, InterruptedException {
    String words = batch.size() + " " + what + " a request";
    double ours = ours("Watchbill, " + words, batch.connections(), alerts(batch, keys));
    if (!hasPeer()) {
      return;
    }
    double theirs;
    try (AlertmanagerProcess peer = AlertmanagerProcess.start(ALERTMANAGER, folder.peer())) {
      String row = "Alertmanager, " + words;
      theirs = measure(row, peer.port(), batch.connections(), alerts(batch, keys));
    }
    out.printf(Locale.ROOT, "  ratio %.2f%n", ours / theirs);
    out.flush();
  }

  private static boolean hasPeer() {
    return Files.isExecutable(ALERTMANAGER);
  }

  private static Bodies alerts(Batch batch, long keys) {
    return Bodies.alerts(
        "/api/v2/alerts", BenchFolder.PROMETHEUS_KEY, batch.size(), batch.connections(), keys);
  }

  private double ours(String what, int connections, Bodies bodies)
      throws IOException, InterruptedException {
    try (ChildNode node = ChildNode.start(folder.plan(ChildNode.usualOptions()))) {
      return measure(what, node.port(), connections, bodies);
    }
  }

  /// Alerts a second.
  private double measure(String what, int port, int connections, Bodies bodies) throws IOException {
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
    return figures.perSecond() * bodies.perRequest();
  }
}
