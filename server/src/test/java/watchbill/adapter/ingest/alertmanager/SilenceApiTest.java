package watchbill.adapter.ingest.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.alertmanager.AlertmanagerHouse.json;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import watchbill.engine.Command;
import watchbill.silence.Draft;
import watchbill.silence.Matcher;

/// Silences as amtool, Karma and Nagstamon make, change and end them.
class SilenceApiTest {
  private static final String FOR_TWO_HOURS =
      """
      {"matchers":[{"name":"alertname","value":"foo","isRegex":false,"isEqual":true},
                   {"name":"node","value":"ba.*","isRegex":true}],
       "startsAt":"2025-01-06T03:00:00.000Z","endsAt":"2025-01-06T05:00:00.000Z",
       "createdBy":"amy","comment":"maint"}
      """;

  @AutoClose private final AlertmanagerHouse house = new AlertmanagerHouse();

  @Test
  void oneIsMadeAndShownAsItWasAskedFor() {
    String id = made(FOR_TWO_HOURS);
    JsonNode silence = json(house.get("/silence/" + id));
    assertThat(silence.path("id").asString()).isEqualTo(id);
    assertThat(silence.path("status").path("state").asString()).isEqualTo("active");
    assertThat(silence.path("matchers").toString())
        .isEqualTo(
            "[{\"isEqual\":true,\"isRegex\":false,\"name\":\"alertname\",\"value\":\"foo\"},"
                + "{\"isEqual\":true,\"isRegex\":true,\"name\":\"node\",\"value\":\"ba.*\"}]");
    assertThat(silence.path("createdBy").asString()).isEqualTo("amy");
    assertThat(silence.path("comment").asString()).isEqualTo("maint");
    assertThat(silence.path("startsAt").asString()).isEqualTo("2025-01-06T03:00:00.000Z");
    assertThat(silence.path("endsAt").asString()).isEqualTo("2025-01-06T05:00:00.000Z");
  }

  @Test
  void theSameMatchersKeepTheirIdAndOthersGetANewOne() {
    String id = made(FOR_TWO_HOURS);
    String longer = FOR_TWO_HOURS.replace("05:00:00", "07:00:00");
    assertThat(made(withId(longer, id))).isEqualTo(id);
    assertThat(json(house.get("/silence/" + id)).path("endsAt").asString()).contains("T07:00:00");
    String other = made(withId(FOR_TWO_HOURS.replace("\"foo\"", "\"bar\""), id));
    assertThat(other).isNotEqualTo(id);
    assertThat(state(id)).isEqualTo("expired");
    assertThat(state(other)).isEqualTo("active");
  }

  @Test
  void oneIsExpiredAndStaysToBeSeen() {
    String id = made(FOR_TWO_HOURS);
    var answer = house.delete("/silence/" + id);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(state(id)).isEqualTo("expired");
    assertThat(json(house.get("/silences"))).hasSize(1);
  }

  @Test
  void thoseThatMuteStandFirstThenThoseThatWillThenThoseThatDid() {
    String over = made(FOR_TWO_HOURS);
    house.delete("/silence/" + over);
    String pending = made(FOR_TWO_HOURS.replace("03:00:00", "04:00:00"));
    String active = made(FOR_TWO_HOURS.replace("05:00:00", "09:00:00"));
    assertThat(json(house.get("/silences")).findValuesAsString("id"))
        .isEqualTo(List.of(active, pending, over));
    house.scene.clock.turn(Duration.ofHours(1));
    assertThat(state(pending)).isEqualTo("active");
  }

  @ParameterizedTest
  @CsvSource({"alertname=foo, 1", "alertname=\"foo\", 1", "node=~ba.*, 1", "node=ba.*, 0"})
  void aFilterIsAMatcherOfTheSilence(String filter, int found) {
    made(FOR_TWO_HOURS);
    String path = "/silences?filter=" + filter.replace("=~", "%3D~").replace("\"", "%22");
    assertThat(json(house.get(path))).hasSize(found);
  }

  @Test
  void aTimeWithoutAZoneIsUtcAndAMissingIsEqualMeansYes() {
    String id =
        made(
            """
            {"matchers":[{"name":"a","value":"b"}],"startsAt":"2025-01-06T03:00:00.123456",
             "endsAt":"2025-01-06T04:00:00","createdBy":"nagstamon","comment":""}
            """);
    assertThat(json(house.get("/silence/" + id)).path("endsAt").asString())
        .isEqualTo("2025-01-06T04:00:00.000Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"foo\" | 5 | matchers[0]",
        "\"matchers\":[ | \"other\":[ | matchers",
        "\"isRegex\":false | \"isRegex\":1 | matchers[0].isRegex",
        "\"ba.*\" | \"ba(\" | matchers[1].value",
        "2025-01-06T05:00:00.000Z | soon | endsAt",
        "2025-01-06T05:00:00.000Z | 2025-01-06T02:00:00.000Z | ends-at",
        "2025-01-06T03:00:00.000Z | 3 | startsAt",
        "\"amy\" | \"\" | created-by",
        "} | | body",
      })
  void whatIsWrongIsSaidByField(String what, String instead, String field) {
    String body = FOR_TWO_HOURS.replace(what, instead == null ? "" : instead);
    var answer = house.post("/silences", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).startsWith("\"" + field);
    assertThat(json(house.get("/silences"))).isEmpty();
  }

  @Test
  void whatIsNotThereIsMissing() {
    assertThat(house.get("/silence/none").statusCode()).isEqualTo(404);
    assertThat(house.delete("/silence/none").statusCode()).isEqualTo(404);
    assertThat(house.post("/silences", withId(FOR_TWO_HOURS, "none")).statusCode()).isEqualTo(404);
  }

  @Test
  void aSilenceOfOthersIsNeitherShownNorEnded() {
    var now = house.scene.clock.now();
    var draft =
        new Draft(List.of(Matcher.is("a", "b")), now, now.plus(Duration.ofHours(1)), "ana", "");
    var made = house.scene.run(new Command.CreateSilence(draft, "ana"));
    String id = ((watchbill.engine.Reply.Made) made).id();
    assertThat(house.delete("/silence/" + id).statusCode()).isEqualTo(404);
    assertThat(json(house.get("/silences"))).isEmpty();
  }

  private String made(String body) {
    var answer = house.post("/silences", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("silenceID").asString();
  }

  private String state(String id) {
    return json(house.get("/silence/" + id)).path("status").path("state").asString();
  }

  private static String withId(String body, String id) {
    return body.replaceFirst("\\{", "{\"id\":\"" + id + "\",");
  }
}
