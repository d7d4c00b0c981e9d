package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.assertProblem;
import static watchbill.adapter.api.ApiHouse.json;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.testkit.Cast;

/// Why: before a message comes, and after it came.
class ExplainApiTest {
  private static final String EXPLAIN = "/api/v1/explain";

  @AutoClose private final ApiHouse api = new ApiHouse();

  @Test
  void aMessageIsExplainedAndNothingOfItIsKept() {
    var answer = api.post("ana", EXPLAIN, "{\"integration\": \"prometheus\", \"body\": \"x\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode said = json(answer);
    assertThat(said.path("headline").asString()).endsWith("told first: at once, by push");
    assertThat(said.path("ways").path(0).path("turns").path(0).path("said").asString())
        .isEqualTo("it is new");
    JsonNode rung = said.path("ladders").path(0).path("rungs").path(0);
    assertThat(rung.path("at").asString()).isEqualTo(api.scene.clock.now().toString());
    assertThat(rung.path("told").path(0).path("by").path(0).path("method").asString())
        .isEqualTo("push");
    assertThat(json(api.get("ana", "/api/v1/events")).path("events")).isEmpty();
    assertThat(json(api.get("ana", "/api/v1/pages")).path("pages")).isEmpty();
  }

  @Test
  void aMessageOfAnotherInstantSaysWhatIsNotKnown() {
    String body =
        "{\"integration\": \"prometheus\", \"body\": \"x\", \"at\": \"2025-01-01T03:00:00Z\"}";
    JsonNode said = json(api.post("ana", EXPLAIN, body));
    assertThat(said.path("at").asString()).isEqualTo("2025-01-01T03:00:00Z");
    assertThat(said.path("notKnown").path(0).asString()).contains("not known any more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"body\": \"x\"} | 400 | integration",
        "{\"integration\": \"prometheus\"} | 400 | body",
        "{\"integration\": \"prometheus\", \"body\": \"x\", \"at\": \"soon\"} | 400 | at",
        "{\"integration\": \"none\", \"body\": \"x\"} | 422 | integration",
      })
  void whatIsWrongIsNamed(String body, int status, String field) {
    assertProblem(api.post("ana", EXPLAIN, body), status, field);
  }

  @Test
  void whatCameSaysWhatBecameOfItAndWhySomebodyWasTold() {
    var condition = new Condition("Disk full", "", Severity.ERROR, Map.of(), Map.of());
    api.scene.report(Cast.CHECKOUT, "k", condition, "a body");
    JsonNode events = json(api.get("ana", "/api/v1/events")).path("events");
    String why = "/api/v1/events/" + events.path(0).path("id").asString() + "/explain";
    JsonNode told = json(api.get("ana", why + "?person=ben"));
    assertThat(told.path("headline").asString()).isEqualTo("1 report: a new alert");
    assertThat(told.path("reports").path(0).path("about").asString()).isEqualTo("Disk full");
    assertThat(told.path("pages").path(0).path("timeline")).isNotEmpty();
    assertThat(told.path("answer").path("sentence").asString()).isNotBlank();
    assertThat(json(api.get("ana", why)).has("answer")).isFalse();
    assertProblem(api.get("ana", why + "?person=zoe"), 400, "person");
    assertProblem(api.get("ana", "/api/v1/events/none/explain"), 404, "event");
  }
}
