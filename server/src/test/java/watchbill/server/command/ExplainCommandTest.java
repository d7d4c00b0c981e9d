package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import watchbill.adapter.api.Api;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.web.Scene;
import watchbill.adapter.web.TestSite;
import watchbill.kernel.Secret;
import watchbill.server.client.NodeAddress;
import watchbill.testkit.Cast;

/// `watchbill explain`, typed.
class ExplainCommandTest {
  @TempDir Path data;

  private final Scene scene = new Scene();
  private TestSite site;

  @BeforeEach
  void aNodeRuns() throws IOException {
    site = new TestSite(scene, this::api);
    String token = site.identity.issueToken("ana", Duration.ofDays(1));
    new NodeAddress(site.url, Secret.of(token)).save(data);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Api api(Identity identity) {
    var key = SigningKey.of(scene.transactions);
    var forms = new FormGuard(key, URI.create("http://127.0.0.1"));
    return new Api(scene.apiNeeds(scene::configuration), identity, forms);
  }

  private List<String> type(int status, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + data);
    var out = new StringWriter();
    int is =
        new CommandLine(new WatchbillCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    assertThat(is).as("%s", out).isEqualTo(status);
    return out.toString().lines().toList();
  }

  @Test
  void aMessageInAFile() throws IOException {
    Path file = Files.writeString(data.resolve("event.json"), "{}");
    List<String> said =
        type(
            0, "explain", file.toString(), "--integration=prometheus", "--at=2025-01-06T03:00:00Z");
    assertThat(said.getFirst()).endsWith("told first: at once, by push");
    assertThat(said)
        .contains("  alert        it is new: nothing open has its key")
        .anyMatch(line -> line.startsWith("ladder 1: a new page of checkout, now"))
        .anyMatch(line -> line.matches("  2025-01-06T03:00:00Z step 1 of 3: the page opened"));
  }

  @Test
  void aMessageThatCame() {
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
    String event =
        scene.transactions.read(
            s -> s.events().newest(Optional.empty(), Optional.empty(), 1).getFirst().id().value());
    List<String> said = type(0, "explain", "--event=" + event, "--person=dev");
    assertThat(said.getFirst()).matches("(Yes|No|Not yet|Perhaps): .*");
    assertThat(said)
        .contains("  Checkout fails: a new alert")
        .anyMatch(line -> line.startsWith("page 1: Checkout fails"));
  }

  @Test
  void oneOrTheOtherMustBeGiven() {
    assertThat(type(2, "explain").getFirst()).contains("give FILE and --integration, or --event");
    assertThat(type(2, "explain", "f.json").getFirst()).contains("--integration");
  }
}
