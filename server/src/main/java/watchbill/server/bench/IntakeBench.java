package watchbill.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import watchbill.adapter.store.postgres.PostgresAddress;
import watchbill.server.child.ChildNode;

/// Measures durable intake: how many events a second are answered after they are on disk.
public final class IntakeBench {
  private static final int MANY = 64;
  private static final List<Batch> BATCHES =
      List.of(new Batch(1, MANY), new Batch(10, 32), new Batch(100, 8));
  private static final int KNOWN = 10_000;
  private static final long UNLIMITED = Long.MAX_VALUE;

  /// Senders of different nodes have different keys.
  private static final long KEYS_OF_A_NODE = 3_000_000_000L;

  private static final Duration WARM_UP = Duration.ofSeconds(12);
  private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");

  /// How many alerts come in one request, and over how many connections.
  private record Batch(int size, int connections) {}

  private final BenchFolder folder;
  private final PrintWriter out;
  private final Duration length;
  private final Ground ground;

  /// On what is measured.
  ///
  /// @param database where to make a database for each row; a file of SQLite when there is none
  /// @param nodes how many nodes share it
  public record Ground(Optional<PostgresAddress> database, int nodes) {}

  public IntakeBench(BenchFolder folder, PrintWriter out, Duration length, Ground ground) {
    this.folder = folder;
    this.out = out;
    this.length = length;
    this.ground = ground;
  }

  /// Runs every shape of load against a node of its own, and beside it against Alertmanager where
  /// that is installed.
  public void run() throws IOException, InterruptedException {
    out.printf(
        "Durable intake: each answer is given after the commit (%s). %d at work.%n",
        ground.database().isPresent() ? "PostgreSQL" : "SQLite, WAL, synchronous=FULL",
        ground.nodes());
    out.println("Nodes and load share this machine's processors; a new store for each row.");
    out.println(
        "Alertmanager, where it is installed, gets the same load and keeps nothing on disk.");
    out.printf("%d s each after %d s of warming up.%n%n", length.toSeconds(), WARM_UP.toSeconds());
    out.println(
        "                                        alerts/s   requests/s  p50 ms  p99 ms  bad");
    String events = BenchFolder.EVENTS_KEY;
    ours("PagerDuty, new keys", MANY, () -> Bodies.events(events, MANY, UNLIMITED));
    ours("PagerDuty, one key", MANY, () -> Bodies.events(events, MANY, 1));
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
    double ours = ours("Watchbill, " + words, batch.connections(), () -> alerts(batch, keys));
    if (!hasPeer()) {
      return;
    }
    double theirs;
    try (AlertmanagerProcess peer = AlertmanagerProcess.start(ALERTMANAGER, folder.peer())) {
      String row = "Alertmanager, " + words;
      theirs =
          measure(row, batch.connections(), List.of(new Target(peer.port(), alerts(batch, keys))));
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

  private double ours(String what, int connections, Supplier<Bodies> bodies)
      throws IOException, InterruptedException {
    List<ChildNode> nodes = new ArrayList<>();
    try (BenchDatabase store = BenchDatabase.make(ground.database())) {
      try {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < ground.nodes(); i++) {
          nodes.add(ChildNode.start(folder.plan(ChildNode.usualOptions(), store.address())));
          targets.add(new Target(nodes.getLast().port(), bodies.get().from(i * KEYS_OF_A_NODE)));
        }
        return measure(what, Math.max(1, connections / ground.nodes()), targets);
      } finally {
        nodes.forEach(ChildNode::close);
      }
    }
  }

  /// Who is asked, and what.
  private record Target(int port, Bodies bodies) {}

  /// Alerts a second, of all targets together.
  private double measure(String what, int connections, List<Target> targets)
      throws InterruptedException {
    load(connections, targets, WARM_UP);
    List<Load.Figures> figures = load(connections, targets, length);
    var micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
    figures.forEach(f -> micros.add(f.micros()));
    double perSecond = figures.stream().mapToDouble(Load.Figures::perSecond).sum();
    double alerts = perSecond * targets.getFirst().bodies().perRequest();
    out.printf(
        Locale.ROOT,
        "%-40s %,8.0f %,12.0f  %6.1f  %6.1f  %d%n",
        what,
        alerts,
        perSecond,
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        figures.stream().mapToLong(Load.Figures::bad).sum());
    out.flush();
    return alerts;
  }

  /// One thread for each target, as one sender has.
  private static List<Load.Figures> load(int connections, List<Target> targets, Duration length)
      throws InterruptedException {
    try (var senders = Executors.newFixedThreadPool(targets.size())) {
      List<Callable<Load.Figures>> loads = new ArrayList<>();
      for (Target target : targets) {
        loads.add(() -> new Load(target.port(), connections, target.bodies()).run(length));
      }
      List<Load.Figures> figures = new ArrayList<>();
      for (Future<Load.Figures> done : senders.invokeAll(loads)) {
        figures.add(done.get());
      }
      return figures;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the load was broken off", e.getCause());
    }
  }
}
