package watchbill.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.server.child.ChildNode;

/// A storm: 100,000 distinct alerts of one service within ten seconds, and in the middle of it one
/// urgent alert of another team.
public final class StormBench {
  private static final int ALERTS = 100_000;
  private static final int BATCH = 100;
  private static final int CONNECTIONS = 4;
  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Duration AFTER = Duration.ofSeconds(15);
  private static final int MEGABYTE = 1024 * 1024;

  private final PrintWriter out;

  public StormBench(PrintWriter out) {
    this.out = out;
  }

  /// Lets it break loose over a node that may use 256 MB of heap.
  public void run() throws IOException, InterruptedException {
    out.printf(
        "%,d distinct alerts of one service in %d s, %d a request; the node has -Xmx256m.%n",
        ALERTS, LENGTH.toSeconds(), BATCH);
    out.println("After half of them one urgent alert of another team.");
    List<String> options = new ArrayList<>(ChildNode.usualOptions());
    options.add("-Xmx256m");
    try (var sink = new MailSink();
        var folder = new BenchFolder(sink.port());
        var egress = new Egress();
        ChildNode node = ChildNode.start(folder.plan(options))) {
      storm(sink, egress, node);
    }
    out.flush();
  }

  private void storm(MailSink sink, Egress egress, ChildNode node)
      throws IOException, InterruptedException {
    var paced = new Paced(ALERTS / BATCH, LENGTH);
    long began = System.nanoTime();
    Thread other = Thread.ofVirtual().start(() -> paced.runHalfway(() -> urgent(egress, node)));
    Load.Figures figures = new Load(node.port(), CONNECTIONS, paced).run(LENGTH);
    other.join();
    TimeUnit.NANOSECONDS.sleep(AFTER.toNanos());
    List<MailSink.Letter> letters = sink.arrived();
    out.printf(
        Locale.ROOT,
        "taken: %,d requests of %d, %d refused, in %.1f s; slowest answer %.2f s%n",
        figures.good(),
        paced.requests,
        figures.bad(),
        figures.took().toMillis() / 1e3,
        figures.micros().getMaxValue() / 1e6);
    say("the storm's page", letters, "ana", began);
    say("the other team's page", letters, "ben", paced.urgentAt());
    out.printf(Locale.ROOT, "memory held at the end: %d MB%n", node.residentBytes() / MEGABYTE);
  }

  private void say(String what, List<MailSink.Letter> letters, String to, long since) {
    List<Long> of =
        letters.stream().filter(l -> l.to().contains(to)).map(MailSink.Letter::at).toList();
    String first =
        of.isEmpty()
            ? "never"
            : String.format(Locale.ROOT, "%.2f s", (of.getFirst() - since) / 1e9);
    out.printf("%-22s handed over after %s; %d letters in all%n", what, first, of.size());
  }

  private static void urgent(Egress egress, ChildNode node) {
    String body =
        """
        {"routing_key":"%s","event_action":"trigger","payload":{"summary":"Ledger is down",\
        "source":"ledger-1","severity":"critical"}}\
        """
            .formatted(BenchFolder.OTHER_KEY);
    URI url = URI.create("http://127.0.0.1:" + node.port() + "/v2/enqueue");
    var headers = Map.of("Content-Type", "application/json");
    Answer answer = egress.send(new Request("POST", url, Reach.AS_CONFIGURED, headers, body));
    if (!(answer instanceof Answer.Answered(var status, _)) || status != 202) {
      throw new IllegalStateException("the node did not take it: " + answer);
    }
  }

  /// Requests spread evenly over the time, however fast they are answered.
  private static final class Paced implements Load.Requests {
    private final Bodies bodies =
        Bodies.alerts(
            "/api/v2/alerts", BenchFolder.PROMETHEUS_KEY, BATCH, CONNECTIONS, Long.MAX_VALUE);
    private final int requests;
    private final long everyNanos;
    private final CountDownLatch half = new CountDownLatch(1);
    private long next = System.nanoTime();
    private int made;
    private volatile long urgentAt;

    Paced(int requests, Duration length) {
      this.requests = requests;
      this.everyNanos = length.toNanos() / requests;
    }

    @Override
    public ByteBuffer next(int connection) {
      made++;
      if (made == requests / 2) {
        half.countDown();
      }
      long wait = next - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      }
      next += everyNanos;
      return bodies.next(connection);
    }

    void runHalfway(Runnable work) {
      try {
        half.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      urgentAt = System.nanoTime();
      work.run();
    }

    long urgentAt() {
      return urgentAt;
    }
  }
}
