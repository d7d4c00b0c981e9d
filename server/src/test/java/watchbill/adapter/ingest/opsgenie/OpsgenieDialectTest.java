package watchbill.adapter.ingest.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Condition;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.Severity;
import watchbill.engine.Command;
import watchbill.kernel.Refusal;
import watchbill.testkit.Cast;

/// What each request says, good, bad and mangled.
class OpsgenieDialectTest {
  private static final List<String> NAMES =
      List.of(
          "alertmanager-close",
          "alertmanager-create",
          "alertmanager-update-description",
          "alertmanager-update-message",
          "maven-create",
          "npm-acknowledge",
          "npm-assign",
          "npm-close",
          "npm-create",
          "npm-details",
          "npm-escalate",
          "npm-notes",
          "npm-remove-details",
          "npm-remove-tags",
          "npm-snooze",
          "npm-tags",
          "npm-teams",
          "npm-unacknowledge");

  private final OpsgenieDialect dialect = new OpsgenieDialect(Map.of());

  @Test
  void theJavaLibraryCreatesAnAlert() {
    AlertReport.Firing firing = fires(Golden.read("maven-create"));
    assertThat(firing.deduplicationKey()).isEqualTo("life-is-too-short");
    Condition condition = firing.condition();
    assertThat(condition.summary()).isEqualTo("An example alert message");
    assertThat(condition.source()).isEqualTo("ip-10-0-0-1");
    assertThat(condition.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(condition.labels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "priority", "P1",
                "tags", "OverwriteQuietHours,Critical",
                "entity", "An example entity",
                "responders", "team:NOC"));
    assertThat(condition.details())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "key1", "value1",
                "key2", "value2",
                "description", "Every alert needs a description",
                "actions", "Restart",
                "user", "u"));
  }

  @Test
  void alertmanagerCreatesAnAlertAndClosesIt() {
    AlertReport.Firing firing = fires(Golden.read("alertmanager-create"));
    assertThat(firing.condition().summary()).isEqualTo("[FIRING:1] Down (a critical)");
    assertThat(firing.condition().labels()).containsEntry("tags", "prometheus,critical");
    assertThat(firing.condition().details())
        .containsEntry("region", "eu")
        .containsEntry("instance", "a");
    assertThat(reports(Golden.read("alertmanager-close")))
        .containsExactly(new AlertReport.Ended(firing.key()));
  }

  @Test
  void whatZabbixLeavesEmptyIsNotThere() {
    AlertReport.Firing firing =
        fires(
            Golden.create(
                """
                {"message": "Problem", "alias": "17", "tags": ["scope:disk", ""],
                 "responders": [{"type": "team", "name": ""}], "details": {"Problem": "http://z"}}
                """));
    assertThat(firing.condition().labels())
        .containsExactlyInAnyOrderEntriesOf(Map.of("priority", "P3", "tags", "scope:disk"));
    assertThat(firing.condition().severity()).isEqualTo(Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "npm-acknowledge, TakenCharge",
    "npm-close, Ended",
    "npm-notes, ''",
    "npm-snooze, ''",
    "npm-unacknowledge, ''",
    "npm-remove-tags, ''",
    "alertmanager-update-message, ''"
  })
  void whatIsDoneWithAnAlertIsAReportOrNone(String name, String kind) {
    List<AlertReport> reports = reports(Golden.read(name));
    if (kind.isEmpty()) {
      assertThat(reports).isEmpty();
    } else {
      assertThat(reports).hasSize(1);
      assertThat(reports.getFirst().getClass().getSimpleName()).isEqualTo(kind);
      assertThat(reports.getFirst().key())
          .isEqualTo(AlertKey.of(OpsgenieHouse.FROM.id(), "db-01/disk"));
    }
  }

  @Test
  void aKeptMessageIsReadAsItWasReadFirst() {
    for (String name : NAMES) {
      Message message = Golden.read(name).message();
      Command.Receive kept =
          message.receive(OpsgenieHouse.FROM, reports(Golden.read(name)), List.of());
      var event =
          new Event(
              new EventId("1"), OpsgenieHouse.FROM.id(), Cast.NIGHT, kept.head(), kept.body());
      assertThat(read(Message.of(event)))
          .as(name)
          .isEqualTo(Reading.Understood.alerts(kept.reports()));
    }
  }

  @Test
  void whatIsTooLongIsCutAndNothingIsLostForIt() {
    String long9000 = "x".repeat(9_000);
    AlertReport.Firing firing =
        fires(
            Golden.create(
                "{\"message\":\""
                    + long9000
                    + "\",\"description\":\""
                    + "d".repeat(20_000)
                    + "\",\"entity\":\""
                    + long9000
                    + "\",\"tags\":["
                    + "\"t\",".repeat(30)
                    + "\""
                    + long9000
                    + "\"],\"details\":{\"a\":\""
                    + long9000
                    + "\"}}"));
    assertThat(firing.condition().summary()).hasSize(130).endsWith("…");
    assertThat(firing.condition().labels().get("entity")).hasSize(512);
    assertThat(firing.condition().labels().get("tags")).isEqualTo("t");
    assertThat(firing.condition().details().get("description")).hasSize(15_000);
    assertThat(firing.condition().details().get("a").length()).isLessThan(9_000);
    assertThat(firing.deduplicationKey()).isEqualTo("given");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatCanNotBeUsedIsRefusedByField(String line, String body, String field, String word) {
    Reading reading = read(new Golden(line, body).message());
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    List<Refusal> wrong = ((Reading.Refused) reading).wrong();
    assertThat(wrong).extracting(Refusal::field).contains(field);
    assertThat(wrong.toString()).contains(word);
  }

  static Stream<Arguments> bad() {
    String create = "POST /v2/alerts";
    String on = "POST /v2/alerts/a/";
    return Stream.of(
        arguments(create, "", "message", "1 to 130"),
        arguments(create, "[]", "body", "a list"),
        arguments(create, "nothing", "body", "JSON"),
        arguments(create, "{\"message\":\"a\",\"message\":\"b\"}", "body", "JSON"),
        arguments(create, "{\"message\":\"a\"}}", "body", "JSON"),
        arguments(create, "{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}", "body", "32 levels"),
        arguments(create, "{\"message\":\" \\n \"}", "message", "1 to 130"),
        arguments(create, "{\"message\":{\"a\":1}}", "message", "a text"),
        arguments(create, "{\"message\":\"a\",\"priority\":\"P6\"}", "priority", "P6"),
        arguments(create, "{\"message\":\"a\",\"tags\":\"b\"}", "tags", "a list"),
        arguments(create, "{\"message\":\"a\",\"tags\":[[]]}", "tags", "a list of texts"),
        arguments(create, "{\"message\":\"a\",\"details\":[1]}", "details", "an object"),
        arguments(create, "{\"message\":\"a\",\"responders\":[1]}", "responders", "of objects"),
        arguments(
            create, "{\"message\":\"a\",\"alias\":\"" + "x".repeat(513) + "\"}", "alias", "512"),
        arguments(on + "notes", "{}", "note", "1 to 25000"),
        arguments(on + "snooze", "{\"endTime\":\"soon\"}", "endTime", "soon"),
        arguments(on + "assign", "{\"owner\":{}}", "owner", "a name or an id"),
        arguments(on + "assign", "{\"owner\":\"ana\"}", "owner", "a name or an id"),
        arguments(on + "teams", "{}", "team", "a name or an id"),
        arguments(
            on + "responders", "{\"responder\":{\"type\":\"x\",\"id\":\"y\"}}", "responder", "x"),
        arguments(on + "tags", "{\"tags\":[]}", "tags", "a list"),
        arguments(on + "details", "{}", "details", "an object"),
        arguments("DELETE /v2/alerts/a/tags", "", "tags", "commas"),
        arguments("DELETE /v2/alerts/a/details", "", "keys", "commas"),
        arguments(on + "priority", "{}", "priority", "P1"),
        arguments(on + "message", "{}", "message", "130"),
        arguments(on + "close?identifierType=name", "", "identifierType", "tiny"),
        arguments(on + "close?identifierType=tiny", "", "identifier", "a number"),
        arguments(on + "attachments", "", "address", "attachments"),
        arguments(on + "close/more", "", "address", "close"),
        arguments("POST /v2/alerts/%zz/close", "", "address", "UTF-8"),
        arguments("POST /v1/alerts", "", "address", "address"));
  }

  @Test
  void mangledRequestsAreUnderstoodOrRefusedAndNothingElse() {
    long seed = 20250106;
    var random = new Random(seed);
    int understood = 0;
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      Golden golden = Golden.read(NAMES.get(i % NAMES.size()));
      byte[] body = golden.body().getBytes(StandardCharsets.UTF_8);
      boolean line = random.nextInt(4) == 0;
      Golden mangled =
          line
              ? new Golden(new String(mangled(golden.line(), random), StandardCharsets.UTF_8), "")
              : golden;
      byte[] bytes = line ? body : mangled(golden.body(), random);
      switch (read(mangled.message(bytes))) {
        case Reading.Understood _ -> understood++;
        case Reading.Refused(var wrong) -> {
          assertThat(wrong).as("seed %s, round %s", seed, i).isNotEmpty();
          refused++;
        }
      }
    }
    assertThat(understood).as("seed %s", seed).isGreaterThan(1_000);
    assertThat(refused).as("seed %s", seed).isGreaterThan(1_000);
  }

  private static byte[] mangled(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8).clone();
    for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) "{}[]\":,\\/%?&= 0tn".charAt(random.nextInt(17));
            case 2 -> bytes[random.nextInt(bytes.length)];
            default -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
          };
    }
    return bytes;
  }

  private AlertReport.Firing fires(Golden golden) {
    return (AlertReport.Firing) reports(golden).getFirst();
  }

  private List<AlertReport> reports(Golden golden) {
    Reading reading = read(golden.message());
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    return ((Reading.Understood) reading).reports();
  }

  private Reading read(Message message) {
    return dialect.read(message, OpsgenieHouse.FROM, Cast.NIGHT);
  }
}
