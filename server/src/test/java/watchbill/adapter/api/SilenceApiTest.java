package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.assertProblem;
import static watchbill.adapter.api.ApiHouse.json;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.testkit.Cast;

class SilenceApiTest {
  private static final String PATH = "/api/v1/silences";
  private static final String BODY =
      """
      {"matchers": ["watchbill_service=checkout"], "endsAt": "2025-01-06T05:00:00Z",
       "reason": "we are moving it"}
      """;

  @AutoClose private final ApiHouse api = new ApiHouse();

  @Test
  void aProgramMutesLooksAndEnds() {
    var made = api.post("ana", PATH, BODY);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = json(made).path("id").asString();
    var condition = new Condition("down", "", Severity.CRITICAL, Map.of(), Map.of());
    api.scene.report(Cast.CHECKOUT, "k", condition);
    var one = json(api.get("ben", PATH + "/" + id));
    assertThat(one.path("silence").path("state").asString()).isEqualTo("active");
    assertThat(one.path("silence").path("by").asString()).isEqualTo("ana");
    assertThat(one.path("muted").path(0).path("summary").asString()).isEqualTo("down");
    assertThat(api.post("ben", PATH + "/" + id + "/expire", "{}").statusCode()).isEqualTo(200);
    var listed = json(api.get("ben", PATH)).path("silences");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.path(0).path("state").asString()).isEqualTo("expired");
    assertThat(listed.path(0).path("muted").asInt()).isEqualTo(1);
  }

  @Test
  void matchersMayBeLinesOfOneText() {
    String lines = BODY.replace("[\"watchbill_service=checkout\"]", "\"a=b\\nc!=d\"");
    assertThat(api.post("ana", PATH, lines).statusCode()).isEqualTo(201);
    var matchers = json(api.get("ana", PATH)).path("silences").path(0).path("matchers");
    assertThat(matchers.path(1).asString()).isEqualTo("c!=\"d\"");
  }

  @ParameterizedTest
  @CsvSource({
    "watchbill_service=checkout, service, matchers, 400",
    "2025-01-06T05:00:00Z, soon, endsAt, 400",
    "we are moving it, '', reason, 400",
  })
  void whatIsAskedWronglyIsNamed(String was, String is, String field, int status) {
    assertProblem(api.post("ana", PATH, BODY.replace(was, is)), status, field);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertProblem(api.post("ana", PATH, BODY.replace("06T05", "05T05")), 422, "ends-at");
    assertThat(api.get("ana", PATH + "/404").statusCode()).isEqualTo(404);
    assertThat(api.post("ana", PATH + "/404/expire", "{}").statusCode()).isEqualTo(404);
    String other = BODY.replace("{\"matchers", "{\"by\": \"cho\", \"matchers");
    assertProblem(api.post("ana", PATH, other), 400, "by");
  }
}
