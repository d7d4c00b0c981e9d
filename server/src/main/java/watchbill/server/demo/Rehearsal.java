package watchbill.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.server.neutral.NeutralBatch;
import watchbill.server.node.Node;
import watchbill.server.node.NodePlan;
import watchbill.time.TimeSource;

/// Runs once through what a node does first, so that the JVM can note which classes that takes. The
/// launcher makes the AOT cache (JEP 514) from it, which halves the time of each later start.
public final class Rehearsal {
  private static final Duration RING_WITHIN = Duration.ofSeconds(20);

  private final TimeSource time;

  public Rehearsal(TimeSource time) {
    this.time = time;
  }

  /// Whether all of it went as it should.
  public boolean run(Path folder) throws IOException, InterruptedException {
    return batch() && night(folder);
  }

  /// Checking a migrated rota starts the program anew, perhaps for every case.
  private static boolean batch() throws IOException {
    var line =
        """
        {"case": {"time_zone": "Europe/Madrid", "layers": [{"rotation": {"unit": "week",
        "every": 1, "anchor": "2025-01-06T09:00", "participants": [["ana"], ["ben"]]}}]},
        "at": ["2025-01-06T03:00:00Z", "2025-01-06T08:00:00Z"]}
        """;
    var in = new ByteArrayInputStream(line.replace('\n', ' ').getBytes(StandardCharsets.UTF_8));
    return new NeutralBatch().run(in, OutputStream.nullOutputStream());
  }

  private boolean night(Path folder) throws IOException, InterruptedException {
    NodePlan plan = Demo.plan(folder);
    var rung = new CountDownLatch(1);
    try (Node node = Node.start(plan);
        var egress = new Egress();
        DemoPhones.Subscription _ = node.phones().onRing(_ -> rung.countDown())) {
      new SampleAlert(egress, plan.url(), time.now()).fires(time.now());
      boolean good = rung.await(RING_WITHIN.toSeconds(), TimeUnit.SECONDS);
      for (String path : new String[] {"/readyz", "/demo", "/sign-in", "/metrics"}) {
        good &= ask(egress, plan.url().resolve(path)) instanceof Answer.Answered;
      }
      return good;
    }
  }

  private static Answer ask(Egress egress, URI address) {
    return egress.send(new Request("GET", address, Reach.AS_CONFIGURED, Map.of(), ""));
  }
}
