package watchbill.server.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import watchbill.adapter.channel.demo.DemoPhones;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.server.child.ChildNode;
import watchbill.server.config.Configurations;
import watchbill.server.config.Loaded;
import watchbill.server.config.ServerSettings;
import watchbill.server.config.Settings;
import watchbill.server.node.Node;
import watchbill.server.node.NodePlan;
import watchbill.time.TimeSource;

/// A node with a sample team whose phones are drawn in the page.
public final class Demo {
  private static final int USUAL_PORT = 8320;
  private static final Duration TIME_TO_OPEN_THE_PAGE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final TimeSource time;

  public Demo(PrintWriter out, TimeSource time) {
    this.out = out;
    this.time = time;
  }

  /// Runs until the program is stopped, on a store that is gone afterwards.
  public void run(Path folder) throws IOException, InterruptedException {
    NodePlan plan = plan(folder);
    Node node = Node.start(plan);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(node::close));
    say("Watchbill runs on a store that is thrown away. Press Ctrl-C to stop.");
    say("");
    say("  the phones of a sample team    " + plan.url().resolve("/demo"));
    say("  what the administrator sees    " + node.anotherLink());
    say("");
    var forever = new CountDownLatch(1);
    try (var egress = new Egress();
        DemoPhones.Subscription _ = node.phones().onRing(ring -> sayRing(ring, plan))) {
      forever.await(TIME_TO_OPEN_THE_PAGE.toMillis(), TimeUnit.MILLISECONDS);
      Answer answer = new SampleAlert(egress, plan.url(), time.now()).fires(time.now());
      say("Prometheus reports through the front door: " + SampleAlert.SUMMARY);
      say("  answered " + inWords(answer));
      forever.await();
    }
  }

  static NodePlan plan(Path folder) throws IOException {
    Path file = SampleTeam.write(folder, "{ demo: {} }");
    Settings settings =
        switch (Configurations.load(file, Map.of())) {
          case Loaded.Valid(var valid, _) -> valid;
          case Loaded.Invalid invalid ->
              throw new IllegalStateException("the sample is wrong: " + invalid);
        };
    var listen = new ServerSettings.Listen("127.0.0.1", port());
    Path data = Files.createDirectories(folder.resolve("data"));
    return new NodePlan(settings, data, listen, URI.create("http://" + listen), true);
  }

  private static int port() throws IOException {
    try (var usual = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
      return usual.getLocalPort();
    } catch (IOException e) {
      return ChildNode.freePort(); // Somebody has it; a demonstration may stand anywhere.
    }
  }

  private void sayRing(DemoPhones.Ring ring, NodePlan plan) {
    say(
        "%s's phone rings (%s): %s"
            .formatted(
                nameOf(ring.person(), plan), ring.method().word(), ring.message().headline()));
    ring.message().facts().forEach(f -> say("    " + f.label() + ": " + f.words()));
    ring.message().action().ifPresent(a -> say("    " + a.label() + ": " + a.link()));
  }

  private static String nameOf(PersonId id, NodePlan plan) {
    return plan.settings()
        .configuration()
        .catalog()
        .person(id)
        .map(Person::name)
        .orElse(id.handle());
  }

  private static String inWords(Answer answer) {
    return switch (answer) {
      case Answer.Answered(var status, _) -> status + ": it is on disk";
      case Answer.Forbidden(var why) -> "nothing: " + why;
      case Answer.NotSent(var why) -> "nothing: " + why;
      case Answer.Silence(var why) -> "nothing: " + why;
    };
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
