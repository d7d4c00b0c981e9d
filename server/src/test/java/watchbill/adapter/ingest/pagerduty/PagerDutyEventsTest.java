package watchbill.adapter.ingest.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.IntakeHouse.NOW;
import static watchbill.adapter.ingest.IntakeHouse.PAGERDUTY_KEY;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.IntakeHouse;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.adapter.ingest.Tally;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Event;
import watchbill.alert.EventId;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.change.ChangeReport;
import watchbill.engine.Command;

class PagerDutyEventsTest {
  private final IntakeHouse house = new IntakeHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aTriggerOfTheRealLibraryIsTakenAsItIs() {
    String body = IntakeHouse.captured("pagerduty-pdjs-trigger.json");

    HttpResponse<String> answer = house.enqueue(body);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"status\":\"success\",\"message\":\"Event processed\","
                + "\"dedup_key\":\"db-01/disk\"}");
    assertThat(house.door.last().body()).isEqualTo(body.replace(PAGERDUTY_KEY, "***"));
    assertThat(house.door.last().head()).isEqualTo("address: /v2/enqueue");
    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.deduplicationKey()).isEqualTo("db-01/disk");
    assertThat(firing.key()).isEqualTo(AlertKey.of(new IntegrationId("pagerduty"), "db-01/disk"));
    assertThat(firing.leaseUntil()).isEmpty();
    assertThat(firing.condition().summary()).isEqualTo("Disk 95% full on db-01");
    assertThat(firing.condition().source()).isEqualTo("db-01.example.test");
    assertThat(firing.condition().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(firing.condition().labels())
        .containsExactly(
            Map.entry("class", "disk"),
            Map.entry("component", "postgres"),
            Map.entry("group", "prod-datapipe"),
            Map.entry("source", "db-01.example.test"));
  }

  @Test
  void whatDescribesTheConditionIsKeptFlat() {
    house.enqueue(IntakeHouse.captured("pagerduty-pdjs-trigger.json"));

    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.condition().details())
        .containsEntry("free_percentage", "5%")
        .containsEntry("load_avg", "0.61")
        .containsEntry("nested.a[0]", "1")
        .containsEntry("nested.a[1]", "2")
        .containsEntry("link: Runbook", "https://example.test/runbook")
        .containsEntry("image: graph", "https://img.example.test/g.png")
        .containsEntry("client", "Sample Monitoring Service")
        .containsEntry("client_url", "https://monitoring.example.test");
  }

  @Test
  void linksImagesAndTheClientStandBesideDetailsOfTheSameName() {
    String beside =
        """
        {"client":"Nagios",
         "links":[{"href":"https://e.test/1","text":"a"},{"href":"https://e.test/2","text":"a"},
          {"href":"https://e.test/3"}],
         "images":[{"src":"https://e.test/i","href":"https://e.test/4"}],
        """;
    String details = ",\"custom_details\":{\"client\":\"phone\",\"link: a\":\"b\"}";
    house.enqueue(trigger("\"summary\":\"down\"" + details).replaceFirst("\\{", beside));

    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.condition().details())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "client", "phone",
                "client (2)", "Nagios",
                "link: a", "b",
                "link: a (2)", "https://e.test/1",
                "link: a (3)", "https://e.test/2",
                "link 3", "https://e.test/3",
                "image 1", "https://e.test/i",
                "image link 1", "https://e.test/4"));
  }

  @Test
  void theKeyIsNeverKeptHoweverItIsWritten() {
    String escaped = PAGERDUTY_KEY.replaceFirst("^R", "\\\\u0052");

    house.enqueue(
        action("resolve", "é" + PAGERDUTY_KEY)
            .replace(PAGERDUTY_KEY + "\",\"e", escaped + "\",\"e"));
    house.enqueue(action("resolve", "k").replace("{", "{\"x\":\"" + PAGERDUTY_KEY + "\","));

    assertThat(house.door.received().getFirst().body())
        .isEqualTo(action("resolve", "é" + PAGERDUTY_KEY).replaceFirst(PAGERDUTY_KEY, "***"));
    assertThat(house.door.last().body()).doesNotContain(PAGERDUTY_KEY).contains("\"x\":\"***\"");
  }

  @Test
  void aKeptMessageIsReadAgainAsItWasRead() {
    house.enqueue(IntakeHouse.captured("pagerduty-pdjs-trigger.json"));
    house.enqueue(trigger("\"summary\":\"no key\""));
    house.enqueue(action("acknowledge", "k1"));
    house.post("/v2/change/enqueue", change("\"summary\":\"Deploy v41\""));
    house.post(
        Address.OLD_EVENTS.path(),
        "{\"service_key\":\""
            + PAGERDUTY_KEY
            + "\",\"event_type\":\"trigger\",\"description\":\"x\"}");

    assertThat(house.door.received()).hasSize(5);
    for (Command.Receive was : house.door.received()) {
      var kept = new Event(new EventId("e"), was.integration().id(), NOW, was.head(), was.body());
      assertThat(new PagerDutyDialect().read(Message.of(kept), was.integration(), NOW))
          .isEqualTo(new Reading.Understood(was.reports(), was.changes(), List.of()));
    }
  }

  @Test
  void aChangeIsKeptAndOpensNothing() {
    HttpResponse<String> answer =
        house.post(
            "/v2/change/enqueue",
            change(
                    "\"summary\":\"Build Success: v41\",\"timestamp\":\"2025-01-06T02:56:00.000Z\","
                        + "\"source\":\"acme-build-pipeline\",\"custom_details\":{\"build\":41}")
                .replaceFirst(
                    "\\{", "{\"links\":[{\"href\":\"https://ci.test/41\",\"text\":\"Build\"}],"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo("{\"status\":\"success\",\"message\":\"Change event processed\"}");
    assertThat(house.door.last().reports()).isEmpty();
    assertThat(house.door.last().changes())
        .containsExactly(
            new ChangeReport(
                "Build Success: v41",
                "acme-build-pipeline",
                Instant.parse("2025-01-06T02:56:00Z"),
                Map.of("build", "41", "link: Build", "https://ci.test/41")));
  }

  @Test
  void anEventOfTheFirstVersionIsTakenAndAnsweredAsItExpects() {
    String body =
        """
        {"service_key":"%s","event_type":"trigger","incident_key":"srv01/HTTP",
         "description":"FAILURE for production/HTTP on srv01","client":"Nagios",
         "client_url":"https://nagios.test","details":{"ping time":"1500ms","load avg":0.75},
         "contexts":[{"type":"link","href":"https://e.test","text":"Graph"},
          {"type":"image","src":"https://e.test/i.png","alt":"Load"}]}
        """
            .formatted(PAGERDUTY_KEY);

    HttpResponse<String> answer = house.post(Address.OLD_EVENTS.path(), body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"status\":\"success\",\"message\":\"Event processed\","
                + "\"incident_key\":\"srv01/HTTP\"}");
    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.condition().summary()).isEqualTo("FAILURE for production/HTTP on srv01");
    assertThat(firing.condition().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(firing.condition().details())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ping time", "1500ms",
                "load avg", "0.75",
                "client", "Nagios",
                "client_url", "https://nagios.test",
                "link: Graph", "https://e.test",
                "image: Load", "https://e.test/i.png"));
    assertThat(house.door.last().body()).doesNotContain(PAGERDUTY_KEY);
  }

  @Test
  void theFirstVersionIsToldInItsOwnWords() {
    String resolve =
        "{\"service_key\":\""
            + PAGERDUTY_KEY
            + "\",\"event_type\":\"resolve\",\"incident_key\":\"k\"}";
    String path = Address.OLD_EVENTS.path();
    assertThat(house.post(path, "{}").body())
        .contains("event_type: is missing", "service_key: is missing");
    assertThat(house.post(path, resolve.replace("\"k\"", "null")).body())
        .contains("incident_key: is missing");
    String unknown = house.post(path, resolve.replace(PAGERDUTY_KEY, "not-ours-at-all")).body();
    assertThat(unknown).contains("service_key").doesNotContain("not-ours");
    assertThat(house.post(path, resolve).statusCode()).isEqualTo(200);
    house.door.sayTryLater(true, Duration.ofSeconds(2));
    HttpResponse<String> limited = house.post(path, resolve);
    assertThat(limited.statusCode()).isEqualTo(403);
    assertThat(limited.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void whoeverMisspellsTheActionHearsOfThePayloadToo() {
    HttpResponse<String> answer =
        house.enqueue(trigger("\"x\":1").replace("\"trigger\"", "\"triger\""));

    assertThat(answer.body())
        .contains("event_action: 'triger' is not accepted")
        .contains("payload.summary: is missing");
  }

  @Test
  void aTriggerWithoutAKeyIsGivenOne() {
    HttpResponse<String> answer = house.enqueue(trigger("\"summary\":\"down\""));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"dedup_key\":\"made-1\"");
    assertThat(((AlertReport.Firing) house.door.onlyReport()).deduplicationKey())
        .isEqualTo("made-1");
  }

  @Test
  void acknowledgeTakesChargeAndResolveEnds() {
    house.enqueue(action("acknowledge", "k1"));
    house.enqueue(action("resolve", "k1"));

    AlertKey key = AlertKey.of(new IntegrationId("pagerduty"), "k1");
    assertThat(house.door.received())
        .flatExtracting(r -> r.reports())
        .containsExactly(new AlertReport.TakenCharge(key), new AlertReport.Ended(key));
  }

  @Test
  void aSaneTimestampIsTheBeginning() {
    assertThat(beginning("2025-01-06T02:30:00Z")).isEqualTo("2025-01-06T02:30:00Z");
    assertThat(beginning("2025-01-06T03:30:00.123456+0100"))
        .isEqualTo("2025-01-06T02:30:00.123456Z");
  }

  @Test
  void anOddTimestampCostsNobodyThePage() {
    assertThat(beginning("2035-01-06T02:30:00Z")).isEqualTo(NOW);
    assertThat(beginning("1999-01-06T02:30:00Z")).isEqualTo(NOW);
    assertThat(beginning("yesterday")).isEqualTo(NOW);
    var firing = (AlertReport.Firing) house.door.last().reports().getFirst();
    assertThat(firing.condition().details()).containsEntry("timestamp", "yesterday");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    HttpResponse<String> answer =
        house.enqueue(
            "{\"routing_key\":\""
                + PAGERDUTY_KEY
                + "\",\"event_action\":\"trigger\","
                + "\"payload\":{\"severity\":\"bad\"}}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("{\"status\":\"invalid event\",\"message\":\"")
        .contains("\"errors\":[\"payload.summary: is missing; use text of 1 to 1024 characters\"")
        .contains("\"payload.source: is missing; use text of 1 to 1024 characters\"")
        .contains("payload.severity: 'bad' is not accepted; use critical, error, warning or info");
    assertThat(house.door.received()).isEmpty();
  }

  @Test
  void anUnknownKeyIsRefusedWithoutAWordMore() {
    String body = action("resolve", "k1").replace(PAGERDUTY_KEY, "somebody-elses-key");
    String kind = action("resolve", "k1").replace(PAGERDUTY_KEY, IntakeHouse.PROMETHEUS_KEY);

    HttpResponse<String> unknown = house.enqueue(body);
    HttpResponse<String> ofAnotherKind = house.enqueue(kind);

    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("routing_key").doesNotContain("somebody");
    assertThat(ofAnotherKind.body()).isEqualTo(unknown.body());
    assertThat(house.counted).containsEntry(Tally.Outcome.UNKNOWN_KEY, 2);
  }

  @Test
  void tooMuchAtOnceIs429AndABrokenStore503() {
    house.door.sayTryLater(true, Duration.ofMillis(1500));
    HttpResponse<String> overloaded = house.enqueue(action("resolve", "k"));
    house.door.sayTryLater(false, Duration.ofSeconds(30));
    HttpResponse<String> broken = house.enqueue(action("resolve", "k"));

    assertThat(overloaded.statusCode()).isEqualTo(429);
    assertThat(overloaded.headers().firstValue("Retry-After")).contains("2");
    assertThat(broken.statusCode()).isEqualTo(503);
    assertThat(broken.headers().firstValue("Retry-After")).contains("30");
    assertThat(broken.body()).contains("the store can't be written");
  }

  @Test
  void halfACharacterAndControlCharactersDoNotCostThePage() {
    house.enqueue(trigger("\"summary\":\"cut \\ud83d and \\u0000 and \\nline\""));

    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.condition().summary()).isEqualTo("cut \uFFFD and \uFFFD and  line");
  }

  @Test
  void aFloodOfDetailsIsCutAndCounted() {
    var details = new StringBuilder("{");
    for (int i = 0; i < 200; i++) {
      details.append(i == 0 ? "" : ",").append("\"d").append(i).append("\":\"x\"");
    }
    house.enqueue(trigger("\"summary\":\"down\",\"custom_details\":" + details + "}"));

    var firing = (AlertReport.Firing) house.door.onlyReport();
    assertThat(firing.condition().details())
        .hasSize(65)
        .containsEntry("…", "136 more are in the event as received");
  }

  @Test
  void theQuotesOfAKeyComeBackAsTheyWere() {
    HttpResponse<String> answer = house.enqueue(action("resolve", "a \\\"b\\\" ☕"));

    assertThat(answer.body()).endsWith("\"dedup_key\":\"a \\\"b\\\" ☕\"}");
  }

  private Instant beginning(String timestamp) {
    house.enqueue(trigger("\"summary\":\"down\",\"timestamp\":\"" + timestamp + "\""));
    return ((AlertReport.Firing) house.door.last().reports().getFirst()).startsAt();
  }

  private static String trigger(String more) {
    return "{\"routing_key\":\""
        + PAGERDUTY_KEY
        + "\",\"event_action\":\"trigger\","
        + "\"payload\":{\"source\":\"db-01\",\"severity\":\"error\","
        + more
        + "}}";
  }

  private static String action(String action, String key) {
    return "{\"routing_key\":\""
        + PAGERDUTY_KEY
        + "\",\"event_action\":\""
        + action
        + "\",\"dedup_key\":\""
        + key
        + "\"}";
  }

  private static String change(String payload) {
    return "{\"routing_key\":\"" + PAGERDUTY_KEY + "\",\"payload\":{" + payload + "}}";
  }
}
