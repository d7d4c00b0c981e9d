package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.assertProblem;
import static watchbill.adapter.api.ApiHouse.json;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.testkit.Cast;

/// Messages as they were received: listed, shown, and received once more.
class EventApiTest {
  private static final String EVENTS = "/api/v1/events";

  @AutoClose private final ApiHouse api = new ApiHouse();

  @Test
  void theNewestIsListedFirstAndTheReaderGoesOnFromThere() {
    receive("first");
    receive("second");
    JsonNode all = json(api.get("ana", EVENTS)).path("events");
    JsonNode newest = json(api.get("ana", EVENTS + "?limit=1")).path("events");
    assertThat(newest).hasSize(1);
    assertThat(newest.path(0)).isEqualTo(all.path(0));
    String before = newest.path(0).path("id").asString();
    JsonNode older = json(api.get("ana", EVENTS + "?limit=1&before=" + before)).path("events");
    assertThat(older.path(0)).isEqualTo(all.path(1));
    JsonNode ours = json(api.get("ana", EVENTS + "?integration=prometheus")).path("events");
    assertThat(ours).isEqualTo(all);
    assertThat(json(api.get("ana", EVENTS + "?integration=other")).path("events")).isEmpty();
  }

  @Test
  void oneIsShownAsItCame() {
    receive("{\"a\": 1}");
    JsonNode event = json(api.get("ana", EVENTS + "/" + newest()));
    assertThat(event.path("body").asString()).isEqualTo("{\"a\": 1}");
    assertThat(event.path("integration").asString()).isEqualTo("prometheus");
    assertThat(event.path("receivedAt").asString()).isEqualTo(api.scene.clock.now().toString());
  }

  @Test
  void itIsReceivedOnceMoreAndIsAMessageOfItsOwn() {
    receive("{\"a\": 1}");
    String first = newest();
    var replayed = api.post("ana", EVENTS + "/" + first + "/replay", "{}");
    assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(201);
    assertThat(json(replayed).path("alerts").asInt()).isEqualTo(1);
    assertThat(newest()).isEqualTo(json(replayed).path("id").asString()).isNotEqualTo(first);
  }

  @Test
  void whatNoDialectCanReadIsNotReplayed() {
    receive(" ");
    assertProblem(api.post("ana", EVENTS + "/" + newest() + "/replay", "{}"), 422, "event");
    assertProblem(api.post("ana", EVENTS + "/none/replay", "{}"), 404, "event");
    assertProblem(api.get("ana", EVENTS + "/none"), 404, "event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "many", "-1"})
  void aLimitIsANumberWithinBounds(String limit) {
    assertProblem(api.get("ana", EVENTS + "?limit=" + limit), 400, "limit");
  }

  private void receive(String body) {
    var condition = new Condition("Disk full", "", Severity.ERROR, Map.of(), Map.of());
    api.scene.report(Cast.CHECKOUT, body, condition, body);
  }

  private String newest() {
    return json(api.get("ana", EVENTS + "?limit=1")).path("events").path(0).path("id").asString();
  }
}
