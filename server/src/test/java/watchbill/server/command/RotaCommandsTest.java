package watchbill.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

class RotaCommandsTest {
  @TempDir Path data;

  private Scene scene;
  private TestSite site;

  @BeforeEach
  void aNodeRuns() throws IOException {
    scene = new Scene();
    site = new TestSite(scene, id -> api(id));
    String token = site.identity.issueToken("ana", Duration.ofDays(1));
    new NodeAddress(site.url, Secret.of(token)).save(data);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Api api(Identity identity) {
    var needs = scene.apiNeeds(scene::configuration);
    var key = SigningKey.of(scene.transactions);
    return new Api(needs, identity, new FormGuard(key, URI.create("http://127.0.0.1")));
  }

  /// What was typed, and what came back.
  private record Typed(int status, List<String> lines, String complaint) {}

  private Typed type(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
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

  @Test
  void whoIsOnDuty() {
    Typed typed = type("onduty", "--at", "2025-01-06T03:00:00Z");
    assertThat(typed.status).isZero();
    assertThat(typed.lines)
        .satisfiesExactly(
            first -> assertThat(first).matches("payments primary +ana until Mon 6 Jan .*"),
            second -> assertThat(second).matches("payments lieutenant +ben until Mon 6 Jan .*"),
            third ->
                assertThat(third)
                    .matches("storage primary +nobody: its first turn has not begun until .*"),
            fourth -> assertThat(fourth).matches("storage lieutenant +nobody: it names no .*"));
  }

  @Test
  void oneRotaAndRoleByTheClockOfTheMachine() {
    Typed typed =
        type("onduty", "--at", "2025-01-08T12:00", "--rota", "payments", "--role", "primary");
    assertThat(typed.lines).singleElement().asString().contains("ben");
  }

  @Test
  void aMonthIsDrawn() {
    Typed typed = type("rota", "show", "storage", "--month", "2025-01", "--plain");
    assertThat(typed.status).isZero();
    assertThat(typed.lines.getFirst()).isEqualTo("storage primary, January 2025, Europe/Madrid");
    assertThat(typed.lines).anySatisfy(line -> assertThat(line).startsWith("09:00 dev"));
    assertThat(typed.lines.getLast())
        .isEqualTo("Wed 1 Jan 00:00 CET, 5 d 9 h: its first turn has not begun");
  }

  @Test
  void gapsOfEveryRota() {
    assertThat(type("rota", "gaps", "--days", "7").lines)
        .containsExactly("payments primary: no gap in 7 days", "storage primary: no gap in 7 days");
    assertThat(type("rota", "gaps", "storage", "--role", "lieutenant").lines)
        .singleElement()
        .asString()
        .endsWith(", 28 d: it names no lieutenant");
  }

  @Test
  void whatIsTypedWronglyIsNamed() {
    assertThat(type("onduty", "--at", "tomorrow"))
        .satisfies(t -> assertThat(t.status).isEqualTo(2))
        .satisfies(t -> assertThat(t.complaint).contains("--at: 'tomorrow' is not accepted"));
    assertThat(type("rota", "show", "payments", "--month", "May").complaint)
        .contains("--month: 'May' is not accepted; use a year and a month, like 2026-12");
    assertThat(type("rota", "gaps", "--days", "0").complaint)
        .contains("--days: '0' is not accepted; use 1 to 400");
  }
}
