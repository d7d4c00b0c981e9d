package watchbill.server.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.egress.Answer;
import watchbill.adapter.egress.Egress;
import watchbill.adapter.egress.Reach;
import watchbill.adapter.egress.Request;
import watchbill.server.child.ChildNode;
import watchbill.server.client.NodeAddress;
import watchbill.server.client.NodeClient;
import watchbill.time.TimeSource;

/// Plays the main job in the terminal: a Watchbill in a process of its own, an alert through its
/// front door, and a kill at a bad moment.
public final class Story {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration A_STEP = Duration.ofSeconds(SampleTeam.WAIT_SECONDS + 5L);
  private static final Duration LONGER_THAN_A_STEP =
      Duration.ofSeconds(SampleTeam.WAIT_SECONDS + 3L);

  private final PrintWriter out;
  private final TimeSource time;
  private final Egress egress = new Egress();
  private final long began = System.nanoTime();

  public Story(PrintWriter out, TimeSource time) {
    this.out = out;
    this.time = time;
  }

  /// A step of the story did not happen.
  private static final class DidNotHappen extends Exception {
    private static final long serialVersionUID = 1L;

    DidNotHappen(String message) {
      super(message);
    }
  }

  /// Tells the story; whether every step of it was seen to happen.
  public boolean tell(Path folder) throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("data"));
    try (var phones = new PhoneCompany()) {
      Path configuration = SampleTeam.write(folder, "{ ntfy: \"" + phones.address() + "\" }");
      var plan =
          new ChildNode.Plan(configuration, data, ChildNode.freePort(), ChildNode.usualOptions());
      tell(plan, phones);
      say("The end. Every step of it happened.");
      return true;
    } catch (DidNotHappen e) {
      say("FAILED: " + e.getMessage());
      return false;
    } finally {
      egress.close();
    }
  }

  private void tell(ChildNode.Plan plan, PhoneCompany phones)
      throws IOException, InterruptedException, DidNotHappen {
    URI url = URI.create("http://127.0.0.1:" + plan.port());
    var alert = new SampleAlert(egress, url, time.now());
    PhoneCompany.Ring first;
    try (ChildNode node = ChildNode.start(plan)) {
      say("Watchbill is ready after %d ms.".formatted(node.startedIn().toMillis()));
      expectAnswer(alert.fires(time.now()), "Prometheus reports: " + SampleAlert.SUMMARY);
      say("  Watchbill answers 200: the alert is on disk.");
      first = ring(phones, _ -> true, SOON, "the primary's phone rings");
      say("%s's phone rings, and %s sleeps on.".formatted(name(first), name(first)));
      node.kill();
      say("kill -9. The pager is dead; " + name(first) + " is asleep.");
    }
    try (ChildNode node = ChildNode.start(plan)) {
      say("Watchbill is back after %d ms.".formatted(node.startedIn().toMillis()));
      climb(phones, first, url, plan.data());
      end(alert, plan.data());
    }
  }

  private void climb(PhoneCompany phones, PhoneCompany.Ring first, URI url, Path data)
      throws InterruptedException, DidNotHappen, IOException {
    PhoneCompany.Ring second =
        ring(phones, r -> !r.phone().equals(first.phone()), A_STEP, "the lieutenant is woken");
    say("Nobody answered: %s's phone rings.".formatted(name(second)));
    second.message().lines().forEach(l -> say("    " + l));
    sayWhetherToldTwice(phones, first);
    URI link = url.resolve(URI.create(second.link()).getPath());
    expectAnswer(request("GET", link, ""), "%s opens the link.".formatted(name(second)));
    expect(openPages(data) == 1, "opening the link changes nothing");
    expectAnswer(request("POST", link, "do=acknowledge"), name(second) + " presses Acknowledge.");
    Set<PhoneCompany.Ring> before = new HashSet<>(phones.rings());
    Optional<PhoneCompany.Ring> third = phones.await(r -> !before.contains(r), LONGER_THAN_A_STEP);
    expect(third.isEmpty(), "an acknowledged page calls nobody");
    say("Silence: an acknowledged page calls nobody.");
  }

  /// Whether the kill came before the node had heard that the first message arrived is chance. If
  /// it did, a second one is right, as long as it says that it may be one.
  private void sayWhetherToldTwice(PhoneCompany phones, PhoneCompany.Ring first)
      throws DidNotHappen {
    List<PhoneCompany.Ring> copies =
        phones.rings().stream()
            .filter(r -> r.phone().equals(first.phone()) && !r.equals(first))
            .toList();
    expect(
        copies.size() <= 1 && copies.stream().allMatch(PhoneCompany.Ring::maybeASecondCopy),
        "nobody is told twice across the kill without a word of it");
    say(
        copies.isEmpty()
            ? "  " + name(first) + " was not told a second time."
            : "  "
                + name(first)
                + " was told again, as a possible duplicate: the kill swallowed the answer.");
  }

  private void end(SampleAlert alert, Path data)
      throws IOException, InterruptedException, DidNotHappen {
    expectAnswer(alert.ends(time.now()), "Prometheus reports that it is over.");
    expect(openPages(data) == 0, "the page resolves itself");
    say("The page is resolved.");
  }

  private PhoneCompany.Ring ring(
      PhoneCompany phones, Predicate<PhoneCompany.Ring> fits, Duration patience, String what)
      throws InterruptedException, DidNotHappen {
    Supplier<DidNotHappen> missing = () -> new DidNotHappen(what + ", within " + patience);
    return phones.await(fits, patience).orElseThrow(missing);
  }

  private Answer request(String method, URI address, String form) {
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return egress.send(new Request(method, address, Reach.AS_CONFIGURED, headers, form));
  }

  private static int openPages(Path data) throws IOException, DidNotHappen {
    NodeAddress node =
        NodeAddress.load(data).orElseThrow(() -> new DidNotHappen("the node says where it is"));
    try (var client = new NodeClient(node)) {
      return switch (client.get("/api/v1/pages?state=open")) {
        case NodeClient.Said.Yes(JsonNode body) -> body.path("pages").size();
        case NodeClient.Said.No(var why) -> throw new DidNotHappen("the node answers: " + why);
      };
    }
  }

  private void expectAnswer(Answer answer, String what) throws DidNotHappen {
    boolean good = answer instanceof Answer.Answered(var status, _) && status < 400;
    expect(good, what + " (" + answer + ")");
    say(what);
  }

  private static void expect(boolean happened, String what) throws DidNotHappen {
    if (!happened) {
      throw new DidNotHappen(what);
    }
  }

  private void say(String words) {
    double seconds = (System.nanoTime() - began) / 1e9;
    out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, words);
    out.flush();
  }

  private static String name(PhoneCompany.Ring ring) {
    return ring.phone().substring(0, 1).toUpperCase(Locale.ROOT) + ring.phone().substring(1);
  }
}
