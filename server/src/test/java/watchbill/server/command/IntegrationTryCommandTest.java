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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import watchbill.adapter.api.Api;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.ingest.Dialects;
import watchbill.adapter.ingest.cloudevents.CloudEventsDialect;
import watchbill.adapter.web.Scene;
import watchbill.adapter.web.TestSite;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.engine.Configuration;
import watchbill.kernel.Secret;
import watchbill.server.client.NodeAddress;
import watchbill.testkit.Cast;

/// `watchbill integration try`, from the file to the lines.
class IntegrationTryCommandTest {
  private static final Catalog CATALOG =
      new Catalog(
          List.of(),
          List.of(),
          List.of(),
          List.of(
              new Integration(
                  new IntegrationId("ci"), IntegrationKind.CLOUDEVENTS, "hash", Cast.CHECKOUT)));

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

  @Test
  void whatWouldComeOfAMessageIsPrinted() throws IOException {
    Typed typed =
        type(
            "ci",
            "{\"summary\":\"Disk full\",\"severity\":\"odd\",\"labels\":{\"disk\":\"sda\"}}",
            "-H=ce-specversion: 1.0",
            "-H=ce-id: 7",
            "-H=ce-source: /monitor",
            "-H=ce-type: org.example.alert.firing");
    assertThat(typed.status).as(typed.complaint).isZero();
    assertThat(typed.lines)
        .contains(
            "firing  /monitor 7",
            "  summary   Disk full",
            "  severity  warning",
            "  label     disk = sda")
        .anyMatch(line -> line.startsWith("not used: severity: 'odd' is not accepted"));
  }

  @Test
  void whatCannotBeReadEndsWithOne() throws IOException {
    Typed typed = type("ci", "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/m\"}");
    assertThat(typed.status).isEqualTo(1);
    assertThat(typed.lines)
        .containsExactly("not used: type: is missing; use text of 1 to 1024 characters");
    Typed unknown = type("nobody", "{}");
    assertThat(unknown.status).isEqualTo(1);
    assertThat(unknown.complaint).contains("nobody");
    assertThat(type("ci", "{}", "-H=none").complaint).contains("'none' is no header");
  }

  /// What was typed, and what came back.
  private record Typed(int status, List<String> lines, String complaint) {}

  private Typed type(String handle, String body, String... more) throws IOException {
    Path file = Files.writeString(data.resolve("message.json"), body);
    List<String> all = new ArrayList<>(List.of("integration", "try", handle, file.toString()));
    all.addAll(List.of(more));
    all.add("--data=" + data);
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        new CommandLine(new WatchbillCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Typed(status, out.toString().lines().toList(), err.toString());
  }

  private Api api(Identity identity) {
    var declared = new Configuration(CATALOG, List.of(), List.of());
    Api.Needs usual = scene.apiNeeds(() -> declared);
    var dialects = new Dialects(List.of(new CloudEventsDialect(Map.of())), () -> CATALOG);
    var needs =
        new Api.Needs(
            usual.transactions(),
            usual.door(),
            usual.time(),
            usual.configuration(),
            usual.addresses(),
            dialects,
            usual.rules(),
            usual.explainer());
    var key = SigningKey.of(scene.transactions);
    return new Api(needs, identity, new FormGuard(key, URI.create("http://127.0.0.1")));
  }
}
