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
import watchbill.adapter.web.Scene;
import watchbill.testkit.Cast;

/// What pages were worth, by the API. It is Monday, three in the morning, by UTC.
class NoiseApiTest {
  private static final String JUDGEMENT = "/api/v1/pages/1/judgement";
  private static final String YES_NO = "{\"actionable\":true,\"couldWait\":\"no\"}";

  @AutoClose private final ApiHouse api = new ApiHouse();

  @Test
  void whoeverIsAskedJudgesAndThePageSaysIt() {
    over();
    assertThat(page().path("asked").asString()).isEqualTo("ana");
    assertThat(page().path("judgement").isMissingNode() || page().path("judgement").isNull())
        .isTrue();
    var said = api.post("ana", JUDGEMENT, YES_NO);
    assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
    assertThat(json(said).path("said").asString()).isEqualTo("actionable, could not have waited");
    JsonNode judgement = page().path("judgement");
    assertThat(judgement.path("by").asString()).isEqualTo("ana");
    assertThat(judgement.path("actionable").asBoolean()).isTrue();
    assertThat(judgement.path("couldWait").asBoolean()).isFalse();
  }

  @Test
  void theAdministratorEntersWhatWhoeverIsAskedSaid() {
    over();
    assertThat(api.post("admin", JUDGEMENT, YES_NO).statusCode()).isEqualTo(200);
    assertThat(page().path("judgement").path("by").asString()).isEqualTo("ana");
    assertThat(page().path("timeline").toString()).contains("by api, entered by the administrator");
  }

  @Test
  void nobodyElseJudgesAndNobodyBeforeItIsOver() {
    report();
    assertProblem(api.post("ana", JUDGEMENT, YES_NO), 422, "page");
    api.post("ana", "/api/v1/pages/1/resolve", "");
    assertProblem(api.post("ben", JUDGEMENT, YES_NO), 422, "page");
    assertThat(api.post("ana", "/api/v1/pages/9/judgement", YES_NO).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'couldWait':true} | actionable",
        "{'actionable':'perhaps','couldWait':true} | actionable",
        "{'actionable':1,'couldWait':true} | actionable",
        "{'actionable':true} | couldWait",
        "{'actionable':true,'couldWait':null} | couldWait"
      })
  void anAnswerIsYesOrNo(String body, String field) {
    over();
    assertProblem(api.post("ana", JUDGEMENT, body.replace('\'', '"')), 400, field);
  }

  @Test
  void theFiguresKeepApartWhatNobodyJudged() {
    over();
    JsonNode origin = json(api.get("ben", "/api/v1/noise")).path("origins").path(0);
    assertThat(origin.path("name").asString()).isEqualTo("checkout: Errors, from prometheus");
    assertThat(origin.path("figures").path("pages").asInt()).isEqualTo(1);
    assertThat(origin.path("figures").path("notJudged").asInt()).isEqualTo(1);
    assertThat(origin.path("said").asString()).isEqualTo("none judged");
    assertThat(origin.path("suggestion").asString()).isEqualTo("unknown");
    api.post("ana", JUDGEMENT, YES_NO);
    JsonNode all = json(api.get("ben", "/api/v1/noise?service=checkout")).path("all");
    assertThat(all.path("actionable").asInt()).isEqualTo(1);
    assertThat(all.path("notJudged").asInt()).isZero();
    assertThat(json(api.get("ben", "/api/v1/noise?service=db-3")).path("all").path("pages").asInt())
        .isZero();
    assertThat(
            json(api.get("ben", "/api/v1/noise?until=2025-01-06T03:00:00Z"))
                .path("services")
                .isEmpty())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "?service=nobody, 422, service",
    "?from=yesterday, 400, from",
    "?until=tomorrow, 400, until",
    "?from=2025-01-07T00:00:00Z, 400, from",
    "?from=2024-01-07T00:00:00Z, 400, from"
  })
  void whatCannotBeCountedIsRefused(String query, int status, String field) {
    assertProblem(api.get("ana", "/api/v1/noise" + query), status, field);
  }

  private void over() {
    report();
    api.post("ana", "/api/v1/pages/1/resolve", "");
  }

  private void report() {
    api.scene.report(
        Cast.CHECKOUT,
        "errors",
        Scene.critical("Checkout fails", "lb-1", Map.of("alertname", "Errors")));
  }

  private JsonNode page() {
    return json(api.get("ben", "/api/v1/pages/1"));
  }
}
