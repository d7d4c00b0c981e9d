package watchbill.server.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.server.child.ChildNode;

/// Measures how long it takes from the answer to a sender until the mail server has the letter, on
/// a node that does nothing else.
public final class PageBench {
  private static final int PAGES = 300;
  private static final int WARM_UP = 100;
  private static final long LETTER_WITHIN_SECONDS = 10;
  private static final double MICROS_A_MILLI = 1e3;

  private final PrintWriter out;

  public PageBench(PrintWriter out) {
    this.out = out;
  }

  /// Opens pages one after the other, each resolved before the next.
  public void run() throws IOException, InterruptedException {
    out.println("From the 202 of /v2/enqueue to the mail server having the whole letter,");
    out.printf(
        "%d pages one after the other, after %d to warm up; idle otherwise.%n", PAGES, WARM_UP);
    var micros = new Histogram(TimeUnit.SECONDS.toMicros(LETTER_WITHIN_SECONDS), 3);
    try (var sink = new MailSink();
        var folder = new BenchFolder(sink.port());
        var egress = new Egress();
        ChildNode node = ChildNode.start(folder.plan(ChildNode.usualOptions()))) {
      URI url = URI.create("http://127.0.0.1:" + node.port() + "/v2/enqueue");
      for (int i = 0; i < WARM_UP + PAGES; i++) {
        send(egress, url, "trigger", i);
        long answered = System.nanoTime();
        long arrived = sink.nextArrival(LETTER_WITHIN_SECONDS);
        if (arrived == 0) {
          throw new IOException("no letter came for page " + i);
        }
        if (i >= WARM_UP) {
          micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(arrived - answered)));
        }
        send(egress, url, "resolve", i);
      }
    }
    out.printf(
        Locale.ROOT,
        "p50 %.1f ms  p99 %.1f ms  max %.1f ms%n",
        micros.getValueAtPercentile(50) / MICROS_A_MILLI,
        micros.getValueAtPercentile(99) / MICROS_A_MILLI,
        micros.getMaxValue() / MICROS_A_MILLI);
    out.flush();
  }

  private static void send(Egress egress, URI url, String action, int number) throws IOException {
    String body =
        """
        {"routing_key":"%s","dedup_key":"page-%d","event_action":"%s",\
        "payload":{"summary":"Disk full","source":"db-1","severity":"critical"}}\
        """
            .formatted(BenchFolder.EVENTS_KEY, number, action);
    var headers = Map.of("Content-Type", "application/json");
    Answer answer = egress.send(new Request("POST", url, Reach.AS_CONFIGURED, headers, body));
    if (!(answer instanceof Answer.Answered(var status, _)) || status != 202) {
      throw new IOException("the node did not take it: " + answer);
    }
  }
}
