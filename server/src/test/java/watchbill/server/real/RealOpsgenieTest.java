package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clients made for Opsgenie work by changing the address and the key.
@Tag("real")
class RealOpsgenieTest {
  private static final String KEY = "real-opsgenie-key-of-ours";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Launched watchbill;

  @BeforeEach
  void start() throws Exception {
    Path configuration = folder.resolve("watchbill.yaml");
    Files.writeString(
        configuration,
        """
        people:
          ana: { name: Ana, email: ana@example.org, notify: { now: [ email 0s ] } }
          ben: { name: Ben, email: ben@example.org, notify: { now: [ email 0s ] } }
        teams: { payments: { people: [ ana, ben ] } }
        policies:
          payments:
            steps: [ { notify: [ ana ], wait: 5m }, { notify: [ ben ], wait: 5m } ]
            fallback: [ ana ]
        services: { checkout: { team: payments, policy: payments } }
        integrations: { opsgenie: { kind: opsgenie, key: %s, service: checkout } }
        channels: { email: { smtp: "smtp://127.0.0.1:%d" } }
        """
            .formatted(KEY, Ports.free()));
    watchbill =
        Launched.start(configuration, Files.createDirectory(folder.resolve("data")), Ports.free());
  }

  @AfterEach
  void stop() {
    watchbill.close();
  }

  @Test
  void theLibraryOfNpmDrivesTheWholeLifeOfAnAlert() throws Exception {
    Path modules = Installed.npm("opsgenie-sdk", "0.5.1");
    // Beside the package, so that it is found.
    Path script = copied("opsgenie-sdk.js", modules.resolveSibling("opsgenie-sdk.js"));
    String said =
        Installed.run(folder, List.of("node", script.toString(), watchbill.url().toString(), KEY));
    Map<String, JsonNode> steps = new HashMap<>();
    said.lines().map(JSON::readTree).forEach(s -> steps.put(s.path("step").asString(), s));
    assertThat(steps).hasSize(37);
    for (String step :
        List.of(
            "create",
            "again",
            "note",
            "tags",
            "untag",
            "details",
            "undetail",
            "acknowledge",
            "unacknowledge",
            "snooze",
            "assign",
            "team",
            "escalate",
            "close")) {
      JsonNode outcome = steps.get(step + "?").path("answer").path("data");
      assertThat(outcome.path("success").asBoolean()).as(step + ": " + outcome).isTrue();
    }
    assertThat(status(steps, "acknowledge2?")).isEqualTo("Alert is already acknowledged");
    assertThat(status(steps, "close2?")).startsWith("There is no open alert");
    JsonNode listed = steps.get("list").path("answer").path("data");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.get(0).path("tags").toString()).isEqualTo("[\"db\",\"seen\"]");
    assertThat(steps.get("notes").path("answer").path("data").size()).isEqualTo(2);
    assertThat(steps.get("gone").path("error").path("httpStatusCode").asInt()).isEqualTo(404);
    assertThat(steps.get("wrong").path("error").path("httpStatusCode").asInt()).isEqualTo(422);
    assertThat(watchbill.openPages()).isZero();
  }

  @Test
  void theLibraryOfMavenDrivesTheWholeLifeOfAnAlert() throws Exception {
    Path lib = Installed.maven("com.opsgenie.integration", "sdk", "2.13.7");
    Path program = copied("OpsgenieSdk.java.txt", folder.resolve("OpsgenieSdk.java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // Two of its libraries have the same class, and only the first of them works.
    String classpath = lib.resolve("jsr311-api-1.1.1.jar") + ":" + lib.resolve("*");
    String said =
        Installed.run(
            folder,
            List.of(java, "-cp", classpath, program.toString(), watchbill.url().toString(), KEY));
    assertThat(said.lines())
        .containsSubsequence(
            "create: true, Created alert",
            "got: Checkout is slow, P2, [slow, checkout], {region=eu}, 1, checkout, true",
            "note: true, Note is added",
            "acknowledge: true, Acknowledge is done",
            "unacknowledge: true, UnAcknowledge is done",
            "snooze: true, Snooze is done",
            "listed: 1",
            "close: true, Alert is closed",
            "close2: false, Alert is already closed",
            "gone: 404");
    assertThat(watchbill.openPages()).isZero();
  }

  @Test
  void alertmanagerOpensAlertsChangesTheirWordsAndClosesThem() throws Exception {
    try (var alertmanager = AlertmanagerToOpsgenie.start(folder, watchbill.url(), KEY)) {
      alertmanager.says("a", true);
      Eventually.within(SOON, "a page opens", () -> watchbill.openPages() == 1);
      alertmanager.says("b", true);
      Eventually.within(
          SOON, "the words change", () -> message().startsWith("[FIRING:2] CheckoutDown"));
      alertmanager.says("a", false);
      alertmanager.says("b", false);
      Eventually.within(SOON, "the page is over", () -> watchbill.openPages() == 0);
    }
  }

  private String message() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(watchbill.url() + "/v2/alerts?query=tag:prometheus"))
            .header("Authorization", "GenieKey " + KEY)
            .build();
    String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return JSON.readTree(body).path("data").path(0).path("message").asString();
  }

  private static String status(Map<String, JsonNode> steps, String step) {
    return steps.get(step).path("answer").path("data").path("status").asString();
  }

  private static Path copied(String resource, Path to) throws IOException {
    try (InputStream in = RealOpsgenieTest.class.getResourceAsStream(resource)) {
      Files.write(to, in.readAllBytes());
    }
    return to;
  }
}
