package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.assertProblem;
import static watchbill.adapter.api.ApiHouse.json;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What changed, by the API. It is Monday, three in the morning, by UTC.
class ChangeApiTest {
  private static final String CHANGES = "/api/v1/changes";

  @AutoClose private final ApiHouse api = new ApiHouse();

  @Test
  void aChangeEnteredByHandIsListed() {
    var told =
        api.post(
            "ana",
            CHANGES,
            "{\"service\":\"checkout\",\"summary\":\"Deploy v41\",\"source\":\"by hand\","
                + "\"at\":\"2025-01-06T02:56:00Z\",\"link\":\"https://ci.test/41\"}");
    assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
    JsonNode change = json(api.get("ben", CHANGES + "?service=checkout")).path("changes").path(0);
    assertThat(change.path("id")).isEqualTo(json(told).path("id"));
    assertThat(change.path("service").asString()).isEqualTo("checkout");
    assertThat(change.path("integration").asString()).isEqualTo("ana");
    assertThat(change.path("summary").asString()).isEqualTo("Deploy v41");
    assertThat(change.path("source").asString()).isEqualTo("by hand");
    assertThat(change.path("at").asString()).isEqualTo("2025-01-06T02:56:00Z");
    assertThat(change.path("details").path("link").asString()).isEqualTo("https://ci.test/41");
    assertThat(listed("?service=database")).isEmpty();
  }

  @Test
  void theListIsReadPieceByPieceAndNothingIsMissed() {
    for (int i = 0; i < 7; i++) {
      tell("v" + i, "2025-01-06T02:5" + i / 2 + ":00Z");
    }
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode said = json(api.get("ana", CHANGES + "?limit=3" + next));
      said.path("changes").forEach(c -> found.add(c.path("summary").asString()));
      String place = said.path("next").asString("");
      next = place.isEmpty() ? "" : "&next=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
    } while (!next.isEmpty());
    assertThat(found).containsExactly("v6", "v5", "v4", "v3", "v2", "v1", "v0");
  }

  @Test
  void aSpanHoldsItsFirstInstantAndNotItsLast() {
    tell("early", "2025-01-06T01:00:00Z");
    tell("late", "2025-01-06T02:00:00Z");
    assertThat(listed("?from=2025-01-06T01:00:00Z&until=2025-01-06T02:00:00Z"))
        .containsExactly("early");
    tell("now", "2025-01-06T03:00:00Z");
    assertThat(listed("")).containsExactly("now", "late", "early");
  }

  @ParameterizedTest
  @CsvSource({
    "?service=nobody, 422, service",
    "?limit=0, 400, limit",
    "?limit=many, 400, limit",
    "?from=yesterday, 400, from",
    "?until=tomorrow, 400, until",
    "?from=2025-01-07T00:00:00Z, 400, from",
    "?from=2020-01-07T00:00:00Z, 400, from",
    "?next=5, 400, next",
    "?next=2025-99-06T03:00:00Z_x, 400, next"
  })
  void whatCannotBeListedIsRefused(String query, int status, String field) {
    assertProblem(api.get("ana", CHANGES + query), status, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'service':'nobody','summary':'a'} | 422 | service",
        "{'summary':'a'} | 400 | service",
        "{'service':'checkout'} | 400 | summary",
        "{'service':'checkout','summary':'a','at':'soon'} | 400 | at",
        "{'service':'checkout','summary':'a','at':'2025-01-07T00:00:00Z'} | 400 | at",
        "{'service':'checkout','summary':'a','at':'2024-01-07T00:00:00Z'} | 400 | at",
        "{'service':'checkout','summary':'a','link':'javascript:alert(1)'} | 400 | link"
      })
  void whatCannotBeToldIsRefused(String body, int status, String field) {
    assertProblem(api.post("ana", CHANGES, body.replace('\'', '"')), status, field);
  }

  private void tell(String summary, String at) {
    String body =
        "{\"service\":\"checkout\",\"summary\":\"%s\",\"at\":\"%s\"}".formatted(summary, at);
    assertThat(api.post("ana", CHANGES, body).statusCode()).isEqualTo(201);
  }

  private List<String> listed(String query) {
    List<String> summaries = new ArrayList<>();
    json(api.get("ana", CHANGES + query))
        .path("changes")
        .forEach(c -> summaries.add(c.path("summary").asString()));
    return summaries;
  }
}
