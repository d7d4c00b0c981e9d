package watchbill.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.server.child.ChildNode;
import watchbill.server.child.TemporaryFolder;
import watchbill.server.client.NodeAddress;

/// Measures how long the lists take that people and programs look at while 100,000 alerts are open.
public final class ListBench {
  private static final int WARM_UP = 10;
  private static final int TIMES = 40;
  private static final long SLOWEST_SECONDS = 60;
  private static final int ANSWER_MAX = 64 * 1024 * 1024;
  private static final double MICROS_A_MILLI = 1e3;
  private static final String MANY = ManyAlerts.KEY;

  /// What is asked for, and the token it takes; none stands for the command line's own.
  private record Asked(String what, String path, String token) {
    Asked(String what, String path) {
      this(what, path, "");
    }
  }

  private static final List<Asked> ALL =
      List.of(
          new Asked("Now", "/"),
          new Asked("pages", "/pages"),
          new Asked("page of 50,000 alerts", "/pages/1"),
          new Asked("messages", "/events"),
          new Asked("messages of one sender", "/events?integration=many"),
          new Asked("noise", "/noise"),
          new Asked("API: pages", "/api/v1/pages"),
          new Asked("API: pages that are over", "/api/v1/pages?state=resolved"),
          new Asked("API: page of 50,000 alerts", "/api/v1/pages/1"),
          new Asked("API: messages", "/api/v1/events"),
          new Asked("API: noise", "/api/v1/noise"),
          new Asked(
              "Alertmanager: 50 alerts", "/api/v2/alerts?filter=alertname%3D%22Alert7%22", MANY),
          new Asked(
              "Alertmanager: no alert", "/api/v2/alerts?filter=alertname%3D%22Other%22", MANY));

  private final PrintWriter out;

  public ListBench(PrintWriter out) {
    this.out = out;
  }

  /// Fills a node and asks it.
  public void run() throws IOException, InterruptedException {
    try (var sink = new MailSink();
        var folder = TemporaryFolder.make("watchbill-bench");
        var egress = new Egress()) {
      Path configuration = ManyAlerts.configuration(folder.path(), sink.port());
      Path data = Files.createDirectories(folder.path().resolve("node").resolve("data"));
      var plan =
          new ChildNode.Plan(configuration, data, ChildNode.freePort(), ChildNode.usualOptions());
      try (ChildNode node = ChildNode.start(plan)) {
        fill(egress, node, sink);
        var address = NodeAddress.load(data).orElseThrow();
        out.printf(
            "%d requests each, one after the other, after %d to warm up; a connection each.%n%n",
            TIMES, WARM_UP);
        out.println("                              p50 ms    p95 ms    max ms       kB");
        for (Asked asked : ALL) {
          measure(egress, address, asked);
        }
      }
    }
    out.flush();
  }

  private void fill(Egress egress, ChildNode node, MailSink sink)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    ManyAlerts.send(egress, node.port());
    out.printf(
        Locale.ROOT,
        "%,d open alerts, half of them on one page, half on %,d; on disk after %.1f s.%n",
        ManyAlerts.ALERTS,
        ManyAlerts.PAGES,
        (System.nanoTime() - began) / 1e9);
    int before = -1;
    // What follows from them is still on its way out.
    while (sink.arrived().size() > before) {
      before = sink.arrived().size();
      TimeUnit.SECONDS.sleep(3);
    }
  }

  private void measure(Egress egress, NodeAddress address, Asked asked) throws IOException {
    var micros = new Histogram(TimeUnit.SECONDS.toMicros(SLOWEST_SECONDS), 3);
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < WARM_UP + TIMES; i++) {
      long began = System.nanoTime();
      sizes.add(ask(egress, address, asked));
      if (i >= WARM_UP) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
      }
    }
    out.printf(
        Locale.ROOT,
        "%-26s%10.1f%10.1f%10.1f%9d%n",
        asked.what(),
        micros.getValueAtPercentile(50) / MICROS_A_MILLI,
        micros.getValueAtPercentile(95) / MICROS_A_MILLI,
        micros.getMaxValue() / MICROS_A_MILLI,
        sizes.getLast() / 1_000);
    out.flush();
  }

  private static int ask(Egress egress, NodeAddress node, Asked asked) throws IOException {
    String token = asked.token().isEmpty() ? node.token().reveal() : asked.token();
    URI url = node.url().resolve(asked.path());
    var headers = Map.of("Authorization", "Bearer " + token, "Accept", "*/*");
    var request = new Request("GET", url, Reach.AS_CONFIGURED, headers, "");
    Answer answer = egress.send(request, ANSWER_MAX);
    if (!(answer instanceof Answer.Answered(var status, var body)) || status != 200) {
      throw new IOException(asked.path() + " was not answered: " + answer);
    }
    return body.length();
  }
}
