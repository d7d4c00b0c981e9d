package watchbill.adapter.ingest.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.opsgenie.OpsgenieHouse.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import watchbill.adapter.ingest.Tally;
import watchbill.catalog.Urgency;
import watchbill.escalation.Escalation;

/// The life of alerts, as their senders see it.
class OpsgenieApiTest {
  private static final String DISK =
      """
      {"message": "Disk is full", "alias": "disk", "priority": "P1", "entity": "db-01",
       "description": "No space left", "tags": ["db", "disk"], "details": {"mount": "/var"},
       "source": "node", "actions": ["Restart"], "user": "ana@example.org", "note": "it is hot"}
      """;

  @AutoClose private final OpsgenieHouse house = new OpsgenieHouse();

  @Test
  void anAlertIsCreatedAndGivenBack() {
    JsonNode outcome = house.create(DISK);
    assertThat(outcome.path("isSuccess").asBoolean()).isTrue();
    assertThat(outcome.path("action").asString()).isEqualTo("Create");
    assertThat(outcome.path("alias").asString()).isEqualTo("disk");
    JsonNode alert = house.alert("disk");
    assertThat(alert.path("id").asString()).isEqualTo(outcome.path("alertId").asString());
    assertThat(alert.path("message").asString()).isEqualTo("Disk is full");
    assertThat(alert.path("status").asString()).isEqualTo("open");
    assertThat(alert.path("priority").asString()).isEqualTo("P1");
    assertThat(alert.path("entity").asString()).isEqualTo("db-01");
    assertThat(alert.path("source").asString()).isEqualTo("node");
    assertThat(alert.path("description").asString()).isEqualTo("No space left");
    assertThat(alert.path("tags").toString()).isEqualTo("[\"db\",\"disk\"]");
    assertThat(alert.path("details").toString()).isEqualTo("{\"mount\":\"/var\"}");
    assertThat(alert.path("actions").toString()).isEqualTo("[\"Restart\"]");
    assertThat(alert.path("createdAt").asString()).isEqualTo("2025-01-06T03:00:00.000Z");
    assertThat(house.timeline())
        .contains("it is hot: note by Ana, by ana@example.org, integration opsgenie");
  }

  @Test
  void aDuplicateCountsAndAfterTheEndThereIsANewAlert() {
    String first = house.create(DISK).path("alertId").asString();
    house.clock.turn(Duration.ofMinutes(1));
    house.create(DISK.replace("Disk is full", "Disk is still full"));
    assertThat(house.alert("disk").path("count").asInt()).isEqualTo(2);
    assertThat(house.alert("disk").path("message").asString()).isEqualTo("Disk is full");
    assertThat(house.alert("disk").path("lastOccurredAt").asString())
        .isEqualTo("2025-01-06T03:01:00.000Z");
    house.does("close", "disk", "{\"user\":\"ana\"}");
    assertThat(house.send("GET", "/v2/alerts/disk?identifierType=alias", "").statusCode())
        .isEqualTo(404);
    assertThat(house.get("/v2/alerts/" + first).path("data").path("status").asString())
        .isEqualTo("closed");
    assertThat(house.create(DISK).path("alertId").asString()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "P1, NOW, P1",
    "P2, NOW, P2",
    "P3, WORKING_HOURS, P3",
    "p4, WORKING_HOURS, P4",
    "P5, WORKING_HOURS, P5",
    "'', NOW, P3"
  })
  void priorityIsUrgencyAndNoneWakesSomebody(String said, Urgency urgency, String shown) {
    house.create("{\"message\":\"down\",\"alias\":\"a\",\"priority\":\"" + said + "\"}");
    assertThat(house.page().urgency()).isEqualTo(urgency);
    assertThat(house.alert("a").path("priority").asString()).isEqualTo(shown);
  }

  @Test
  void whatGetsUrgentByItsPriorityWakesSomebody() {
    house.create(DISK.replace("P1", "P4"));
    assertThat(house.page().urgency()).isEqualTo(Urgency.WORKING_HOURS);
    JsonNode outcome =
        house.asks("PUT", "/v2/alerts/disk/priority?identifierType=alias", "{\"priority\":\"P1\"}");
    assertThat(outcome.path("success").asBoolean()).isTrue();
    assertThat(house.page().urgency()).isEqualTo(Urgency.NOW);
    assertThat(house.alert("disk").path("priority").asString()).isEqualTo("P1");
    assertThat(house.alert("disk").path("tags").toString()).isEqualTo("[\"db\",\"disk\"]");
  }

  @Test
  void anIntegrationMaySayHowBadItsPrioritiesAre() {
    String other = "GenieKey " + OpsgenieHouse.OTHER_KEY;
    house.send("POST", "/v2/alerts", DISK.replace("P1", "P4"), other);
    assertThat(house.page().urgency()).isEqualTo(Urgency.WORKING_HOURS);
    house.send(
        "PUT", "/v2/alerts/disk/priority?identifierType=alias", "{\"priority\":\"P3\"}", other);
    assertThat(house.page().urgency()).isEqualTo(Urgency.NOW);
    HttpResponse<String> shown =
        house.send("GET", "/v2/alerts/disk?identifierType=alias", "", other);
    assertThat(json(shown).path("data").path("priority").asString()).isEqualTo("P3");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, saved-searches, searches are not saved here",
    "GET, saved-searches, searches are not saved here",
    "PATCH, saved-searches/abc, searches are not saved here",
    "DELETE, saved-searches/abc?identifierType=name, searches are not saved here",
    "POST, disk/attachments?identifierType=alias, files are not kept here",
    "GET, disk/attachments?identifierType=alias, files are not kept here",
    "DELETE, disk/attachments/1?identifierType=alias, files are not kept here",
    "POST, disk/actions/restart?identifierType=alias, custom actions do nothing here"
  })
  void whatIsNotHereIsRefusedAsOpsgenieRefuses(String method, String path, String words) {
    house.create(DISK);
    String form = method.equals("GET") ? "" : "--x\r\nContent-Disposition: form-data\r\n\r\nfile";
    HttpResponse<String> answer = house.send(method, "/v2/alerts/" + path, form);
    assertThat(answer.statusCode()).isEqualTo(404);
    JsonNode said = json(answer);
    assertThat(said.path("message").asString()).contains(words);
    assertThat(said.path("errors").path("address").asString()).contains(words);
    assertThat(said.path("requestId").asString()).isNotEmpty();
    assertThat(said.path("took").isNumber()).isTrue();
  }

  @Test
  void anAliasMayHoldAnythingAndBeNone() {
    house.create("{\"message\":\"a\",\"alias\":\"db/1 + é?\"}");
    assertThat(house.alert("db%2F1%20+%20%C3%A9%3F").path("alias").asString())
        .isEqualTo("db/1 + é?");
    JsonNode one = house.create("{\"message\":\"b\"}");
    JsonNode other = house.create("{\"message\":\"b\"}");
    assertThat(one.path("alertId")).isNotEqualTo(other.path("alertId"));
    assertThat(one.path("alias").asString()).isNotEmpty();
  }

  @Test
  void anAlertIsFoundByItsThreeNames() {
    String id = house.create(DISK).path("alertId").asString();
    JsonNode byId = house.get("/v2/alerts/" + id + "?identifierType=id").path("data");
    String tiny = byId.path("tinyId").asString();
    assertThat(tiny).isEqualTo("1");
    assertThat(house.get("/v2/alerts/1/?identifierType=tiny").path("data")).isEqualTo(byId);
    assertThat(house.alert("disk")).isEqualTo(byId);
    JsonNode closed = house.asks("POST", "/v2/alerts/1/close?identifierType=tiny", "");
    assertThat(closed.path("success").asBoolean()).isTrue();
    JsonNode again = house.asks("POST", "/v2/alerts/" + id + "/close", "");
    assertThat(again.path("success").asBoolean()).isFalse();
    assertThat(again.path("status").asString()).isEqualTo("Alert is already closed");
    JsonNode unknown = house.asks("POST", "/v2/alerts/nothing/close", "");
    assertThat(unknown.path("status").asString())
        .isEqualTo("Alert does not exist with id [nothing]");
  }

  @Test
  void somebodyTakesItGivesItBackAndPutsItOff() {
    house.create(DISK);
    house.does("acknowledge", "disk", "{\"user\":\"ana@example.org\"}");
    assertThat(house.alert("disk").path("acknowledged").asBoolean()).isTrue();
    assertThat(house.alert("disk").path("owner").asString()).isEqualTo("ana");
    assertThat(house.refuses("acknowledge", "disk", "{}"))
        .isEqualTo("Alert is already acknowledged");
    house.does("unacknowledge", "disk", "");
    assertThat(house.page().escalation()).isInstanceOf(Escalation.Waiting.class);
    assertThat(house.refuses("unacknowledge", "disk", "")).startsWith("Alert is already");
    house.does("snooze", "disk", "{\"endTime\":\"2025-01-06T05:00:00+01:00\"}");
    assertThat(house.alert("disk").path("snoozedUntil").asString())
        .isEqualTo("2025-01-06T04:00:00.000Z");
    assertThat(house.refuses("snooze", "disk", "{\"endTime\":\"2025-01-06T02:00:00Z\"}"))
        .contains("after now");
  }

  @Test
  void othersAreWokenBesideOrInstead() {
    house.create(DISK);
    house.does("teams", "disk", "{\"team\":{\"name\":\"Payments\"}}");
    house.does(
        "responders", "disk", "{\"responder\":{\"type\":\"schedule\",\"name\":\"payments\"}}");
    assertThat(house.refuses("teams", "disk", "{\"team\":{\"id\":\"NOC\"}}"))
        .isEqualTo("Team does not exist with name [NOC]");
    house.does("escalate", "disk", "{\"escalation\":{\"name\":\"any\"}}");
    house.does("assign", "disk", "{\"owner\":{\"username\":\"cho@example.org\"},\"user\":\"ben\"}");
    assertThat(house.refuses("assign", "disk", "{\"owner\":{\"id\":\"4711\"}}"))
        .isEqualTo("User does not exist with name [4711]");
    assertThat(house.timeline())
        .contains(
            "opsgenie asked for team payments: by integration opsgenie",
            "Ben assigned it to Cho: by integration opsgenie for ben")
        .anyMatch(entry -> entry.contains("waking Cho"));
  }

  @Test
  void tagsDetailsAndWordsChange() {
    house.create(DISK);
    house.does("tags", "disk", "{\"tags\":[\"seen\",\"db\"]}");
    house.asks("DELETE", "/v2/alerts/disk/tags?identifierType=alias&tags=disk,none", "");
    house.does("details", "disk", "{\"details\":{\"description\":\"theirs\",\"n\":1}}");
    house.asks("DELETE", "/v2/alerts/disk/details?identifierType=alias&keys=mount", "");
    house.does("message", "disk", "{\"message\":\"All disks are full\"}");
    house.does("description", "disk", "{\"description\":\"ours\"}");
    JsonNode alert = house.alert("disk");
    assertThat(alert.path("tags").toString()).isEqualTo("[\"db\",\"seen\"]");
    assertThat(alert.path("details").toString())
        .isEqualTo("{\"description\":\"theirs\",\"n\":\"1\"}");
    assertThat(alert.path("message").asString()).isEqualTo("All disks are full");
    assertThat(alert.path("description").asString()).isEqualTo("ours");
    assertThat(alert.path("count").asInt()).isEqualTo(1);
    house.create(DISK);
    assertThat(house.alert("disk").path("tags").toString()).isEqualTo("[\"db\",\"seen\"]");
  }

  @Test
  void notesAndTheLogCanBeRead() {
    house.create(DISK);
    house.does("notes", "disk", "{\"note\":\"looking\",\"user\":\"Ben\"}");
    JsonNode notes = house.get("/v2/alerts/disk/notes?identifierType=alias").path("data");
    assertThat(notes.get(1).path("note").asString()).isEqualTo("looking");
    assertThat(notes.get(1).path("owner").asString()).isEqualTo("ben");
    JsonNode log = house.get("/v2/alerts/disk/logs?identifierType=alias").path("data");
    assertThat(log.size()).isGreaterThan(notes.size());
  }

  @Test
  void whatIsDeletedHasEndedAndIsNotListed() {
    String id = house.create(DISK).path("alertId").asString();
    house.asks("DELETE", "/v2/alerts/disk?identifierType=alias", "");
    assertThat(house.send("GET", "/v2/alerts/" + id, "").statusCode()).isEqualTo(404);
    assertThat(house.get("/v2/alerts/count").path("data").path("count").asInt()).isZero();
  }

  @Test
  void nobodyIsLetInWithoutAKeyInItsHeader() {
    house.create(DISK);
    for (String authorization :
        new String[] {"GenieKey wrong", "GenieKey a-pagerduty-key", "Basic eDp5", "GenieKey"}) {
      HttpResponse<String> answer = house.send("GET", "/v2/alerts", "", authorization);
      assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
      assertThat(json(answer).path("message").asString()).startsWith("Could not authenticate");
      assertThat(json(answer).path("requestId").asString()).isNotEmpty();
    }
    String inAddress = "/v2/alerts?apiKey=" + OpsgenieHouse.KEY;
    assertThat(house.send("GET", inAddress, "", "none").statusCode()).isEqualTo(401);
    assertThat(house.counted).containsEntry(Tally.Outcome.UNKNOWN_KEY, 5);
  }

  @Test
  void anotherIntegrationSeesNothingOfThis() {
    HttpResponse<String> created = house.send("POST", "/v2/alerts", DISK);
    String request = json(created).path("requestId").asString();
    String id = house.alert("disk").path("id").asString();
    String other = "GenieKey " + OpsgenieHouse.OTHER_KEY;
    for (String path :
        new String[] {
          "requests/" + request, id, "1?identifierType=tiny", "disk?identifierType=alias"
        }) {
      assertThat(house.send("GET", "/v2/alerts/" + path, "", other).statusCode())
          .as(path)
          .isEqualTo(404);
    }
    house.send("POST", "/v2/alerts/" + id + "/close", "", other);
    assertThat(house.alert("disk").path("status").asString()).isEqualTo("open");
  }

  @Test
  void tooMuchAtOnceIs429() {
    house.overload();
    HttpResponse<String> answer = house.send("POST", "/v2/alerts", DISK);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }
}
