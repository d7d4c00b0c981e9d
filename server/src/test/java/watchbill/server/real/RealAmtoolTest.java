package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Debian's amtool, which thinks that it speaks to an Alertmanager.
@Tag("real")
class RealAmtoolTest {
  private static final String KEY = "real-prometheus-key";

  @TempDir private Path folder;
  private Launched node;
  private int port;

  @BeforeEach
  void start() throws Exception {
    Path configuration = folder.resolve("watchbill.yaml");
    Files.writeString(
        configuration,
        """
        people:
          ana: { name: Ana, email: ana@example.org, notify: { now: [ email 0m ] } }
        teams: { payments: { people: [ ana ] } }
        policies: { payments: { steps: [ { notify: [ ana ], wait: 10m } ], fallback: [ ana ] } }
        services: { checkout: { team: payments, policy: payments } }
        integrations: { prometheus: { kind: alertmanager, key: %s, service: checkout } }
        channels: { email: { smtp: "smtp://127.0.0.1:9" } }
        """
            .formatted(KEY));
    port = Ports.free();
    node = Launched.start(configuration, Files.createDirectory(folder.resolve("data")), port);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void alertsAreAddedAndFound() throws Exception {
    amtool("alert", "add", "alertname=foo", "node=bar1", "severity=critical");
    amtool("alert", "add", "alertname=baz", "node=qux", "severity=critical");
    assertThat(amtool("alert", "query")).contains("foo", "baz", "active");
    assertThat(amtool("alert", "query", "alertname=foo", "-o", "extended"))
        .contains("node=\"bar1\"", "severity=\"critical\"")
        .doesNotContain("baz");
    assertThat(amtool("alert", "query", "node=~ba.*")).contains("foo").doesNotContain("baz");
    assertThat(node.openPages()).as("both are of one service").isEqualTo(1);
  }

  @Test
  void silencesAreAddedChangedExpiredAndImported() throws Exception {
    amtool("alert", "add", "alertname=foo", "node=bar1");
    amtool("alert", "add", "alertname=baz", "node=qux");
    String id = silence();
    assertThat(amtool("alert", "query")).contains("baz").doesNotContain("foo");
    assertThat(amtool("alert", "query", "--silenced")).contains("foo", "suppressed");

    amtool("silence", "update", "--duration=3h", "--comment=longer", id);
    assertThat(amtool("silence", "query")).contains(id, "longer");
    Path exported = folder.resolve("silences.json");
    Files.writeString(exported, amtool("silence", "query", "-o", "json"));

    amtool("silence", "expire", id);
    assertThat(amtool("silence", "query")).doesNotContain(id);
    assertThat(amtool("silence", "query", "--expired")).contains(id);
    assertThat(amtool("alert", "query")).contains("foo", "baz");

    String imported = amtool("silence", "import", exported.toString()).strip();
    assertThat(amtool("silence", "query")).contains(imported, "alertname=\"foo\"");
    assertThat(amtool("alert", "query")).doesNotContain("foo");
  }

  @Test
  void theConfigurationIsShownAndItsRoutesAreTried() throws Exception {
    assertThat(amtool("config", "show")).contains("route:", "receivers:");
    assertThat(amtool("config", "routes", "show")).contains("default-route");
    assertThat(amtool("config", "routes", "test", "severity=critical").strip()).isNotEmpty();
    assertThat(amtool("cluster", "show")).contains("ready");
  }

  private String silence() throws Exception {
    return amtool(
            "silence",
            "add",
            "alertname=foo",
            "node=~ba.*",
            "--comment=maint",
            "--author=amy",
            "--duration=2h")
        .strip();
  }

  /// What it printed; a complaint fails the test.
  private String amtool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("amtool");
    command.add("--alertmanager.url=http://127.0.0.1:" + port + "/am/" + KEY);
    command.addAll(List.of(arguments));
    Path complaints = folder.resolve("complaints.txt");
    Process process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
    return printed;
  }
}
