package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.assertProblem;
import static watchbill.adapter.api.ApiHouse.json;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What people enter about their duty, from a program's side. It is Monday, four in the morning in
/// Madrid: Ana has it until nine, Ben for the week after that, then Cho.
class RotaApiTest {
  private static final String BENS_DAY =
      "\"from\": \"2025-01-08T08:00:00Z\", \"until\": \"2025-01-09T08:00:00Z\"";
  private static final String CHOS_DAY =
      "\"from\": \"2025-01-15T08:00:00Z\", \"until\": \"2025-01-16T08:00:00Z\"";
  private static final String OF_PAYMENTS = "\"rota\": \"payments\", \"role\": \"primary\", ";

  @AutoClose private final ApiHouse api = new ApiHouse();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"kind\": \"take-over\", \"people\": [\"ana\", \"dev\"]` | ana",
        "`\"kind\": \"replace\", \"out\": \"ben\", \"person\": \"dev\"` | dev",
        "`\"kind\": \"add\", \"person\": \"dev\"` | ben",
        "`\"kind\": \"remove\", \"person\": \"ben\"` | ``",
        "`\"person\": \"cho\"` | cho",
      })
  void everyKindOfOverrideIsEnteredAndListed(String change, String first) {
    var made = api.post("ana", "/api/v1/rotas/payments/overrides", override(change));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(primaryAt("2025-01-08T12:00:00Z").path("person").asString("")).isEqualTo(first);
    JsonNode listed = json(api.get("ana", "/api/v1/rotas/payments/overrides")).path("overrides");
    assertThat(listed.path(0).path("id")).isEqualTo(json(made).path("id"));
  }

  @Test
  void aFixedPeriodIsTheWholeTruth() {
    String stint =
        "{\"from\": \"2025-01-08T08:00:00Z\", \"until\": \"2025-01-08T20:00:00Z\","
            + " \"person\": \"dev\"}";
    String change = "\"kind\": \"fixed-period\", \"shifts\": [" + stint + "]";
    var made = api.post("ana", "/api/v1/rotas/payments/overrides", override(change));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(primaryAt("2025-01-08T12:00:00Z").path("person").asString()).isEqualTo("dev");
    assertThat(primaryAt("2025-01-08T21:00:00Z").has("person")).isFalse();
  }

  @Test
  void anOverrideIsWithdrawn() {
    var made = api.post("ana", "/api/v1/rotas/payments/overrides", override("\"person\": \"dev\""));
    String address = "/api/v1/overrides/" + json(made).path("id").asString();
    assertThat(api.delete("ana", address).statusCode()).isEqualTo(200);
    assertThat(primaryAt("2025-01-08T12:00:00Z").path("person").asString()).isEqualTo("ben");
    assertProblem(api.delete("ana", "/api/v1/overrides/none"), 404, "override");
  }

  @Test
  void aSwapIsAskedAndAccepted() {
    String id = askToSwap();
    JsonNode open = json(api.get("cho", "/api/v1/swaps")).path("swaps").path(0);
    assertThat(open.path("id").asString()).isEqualTo(id);
    assertThat(open.path("state").asString()).isEqualTo("asked");
    assertThat(open.path("inReturn").path("from").asString()).isEqualTo("2025-01-15T08:00:00Z");
    assertProblem(api.post("dev", "/api/v1/swaps/" + id + "/accept", ""), 422, "by");
    var accepted = api.post("cho", "/api/v1/swaps/" + id + "/accept", "");
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    assertThat(primaryAt("2025-01-08T12:00:00Z").path("person").asString()).isEqualTo("cho");
    assertThat(primaryAt("2025-01-15T12:00:00Z").path("person").asString()).isEqualTo("ben");
    JsonNode bens = json(api.get("ben", "/api/v1/swaps?person=ben")).path("swaps").path(0);
    assertThat(bens.path("state").asString()).isEqualTo("accepted");
  }

  @Test
  void aSwapIsDeclinedOrWithdrawn() {
    var no = api.post("cho", "/api/v1/swaps/" + askToSwap() + "/decline", "{\"why\": \"I ski\"}");
    assertThat(no.statusCode()).isEqualTo(200);
    assertThat(api.delete("ben", "/api/v1/swaps/" + askToSwap()).statusCode()).isEqualTo(200);
    assertThat(json(api.get("ben", "/api/v1/swaps")).path("swaps").size()).isZero();
    assertProblem(api.delete("ben", "/api/v1/swaps/none"), 404, "swap");
  }

  @Test
  void anOpenShiftIsClaimed() {
    String body = "{" + OF_PAYMENTS + BENS_DAY + ", \"reason\": \"a wedding\"}";
    var opened = api.post("ben", "/api/v1/open-shifts", body);
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    JsonNode open = json(api.get("dev", "/api/v1/open-shifts")).path("openShifts").path(0);
    assertThat(open.path("holder").asString()).isEqualTo("ben");
    String address = "/api/v1/open-shifts/" + open.path("id").asString();
    assertProblem(api.post("ben", address + "/claim", ""), 422, "by");
    assertThat(api.post("dev", address + "/claim", "").statusCode()).isEqualTo(200);
    assertThat(primaryAt("2025-01-08T12:00:00Z").path("person").asString()).isEqualTo("dev");
    assertProblem(api.delete("ben", address), 422, "shift");
  }

  @Test
  void leaveIsEnteredListedAndWithdrawnByItsPersonAlone() {
    var entered = api.post("ben", "/api/v1/leave", "{" + BENS_DAY + ", \"note\": \"Dentist\"}");
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    JsonNode duty = primaryAt("2025-01-08T12:00:00Z");
    assertThat(duty.path("person").asString()).isEqualTo("cho");
    assertThat(duty.path("because").asString()).contains("on leave");
    String id = json(entered).path("id").asString();
    JsonNode listed = json(api.get("ana", "/api/v1/leave?person=ben")).path("leave").path(0);
    assertThat(listed.path("note").asString()).isEqualTo("Dentist");
    assertProblem(api.delete("ana", "/api/v1/leave/" + id), 404, "leave");
    assertThat(api.delete("ben", "/api/v1/leave/" + id).statusCode()).isEqualTo(200);
    assertThat(json(api.get("ana", "/api/v1/leave")).path("leave").size()).isZero();
  }

  @Test
  void theAdministratorEntersForOthersAndNobodyElseDoes() {
    String body = "{\"person\": \"ben\", " + BENS_DAY + "}";
    assertProblem(api.post("ana", "/api/v1/leave", body), 400, "person");
    assertThat(api.post("admin", "/api/v1/leave", body).statusCode()).isEqualTo(201);
  }

  @Test
  void somebodyCanNotAndTakesItBack() {
    assertProblem(api.post("dev", "/api/v1/stand-down", ""), 422, "person");
    assertThat(api.post("ana", "/api/v1/stand-down", "").statusCode()).isEqualTo(200);
    assertThat(primaryAt("2025-01-06T03:30:00Z").path("person").asString()).isEqualTo("ben");
    assertThat(api.post("ana", "/api/v1/take-back", "").statusCode()).isEqualTo(200);
    assertThat(primaryAt("2025-01-06T03:30:00Z").path("person").asString()).isEqualTo("ana");
  }

  @Test
  void dutyOnAPublicHolidayIsAFinding() {
    api.scene.holiday("2025-01-09", "San Julián");
    JsonNode found = json(api.get("ana", "/api/v1/rota-findings?days=7")).path("findings");
    JsonNode holiday = found.path(found.findValuesAsString("kind").indexOf("holiday"));
    assertThat(holiday.path("urgent").asBoolean(true)).isFalse();
    assertThat(holiday.path("said").asString()).contains("Thu 9 Jan", "San Julián (es-madrid)");
    JsonNode before = json(api.get("ana", "/api/v1/rota-findings?days=2")).path("findings");
    assertThat(before.findValuesAsString("kind")).doesNotContain("holiday");
  }

  @Test
  void whatIsWrongWithTheRotasIsFound() {
    api.post("ana", "/api/v1/rotas/payments/overrides", override(removed("ben")));
    JsonNode found = json(api.get("ana", "/api/v1/rota-findings?days=7")).path("findings");
    assertThat(found.findValuesAsString("kind")).contains("gap");
    JsonNode gap = found.path(found.findValuesAsString("rota").lastIndexOf("payments"));
    assertThat(gap.path("from").asString()).isEqualTo("2025-01-08T08:00:00Z");
    assertThat(gap.path("said").asString()).contains("an override takes everybody off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/v1/rotas/payments/overrides | {\"role\":\"primary\",\"kind\":\"odd\"} | 400 | kind",
        "/api/v1/rotas/payments/overrides | {\"role\":\"Big Boss\"} | 400 | role",
        "/api/v1/rotas/payments/overrides"
            + " | {\"role\":\"primary\",\"kind\":\"replace\",\"person\":\"dev\"} | 400 | out",
        "/api/v1/rotas/payments/overrides"
            + " | {\"role\":\"primary\",\"people\":[\"dev\",\"dev\"]} | 400 | people",
        "/api/v1/rotas/payments/overrides"
            + " | {\"role\":\"primary\",\"kind\":\"fixed-period\",\"shifts\":[]} | 400 | shifts",
        "/api/v1/rotas/payments/overrides"
            + " | {\"role\":\"primary\",\"person\":\"dev\",\"priority\":-1} | 400 | priority",
        "/api/v1/swaps | {} | 400 | rota",
        "/api/v1/swaps | {\"rota\":\"payments\",\"inReturn\":7} | 400 | inReturn",
        "/api/v1/swaps | {\"rota\":\"payments\"} | 400 | other",
        "/api/v1/swaps/none/accept | {} | 404 | swap",
        "/api/v1/open-shifts | {\"rota\":\"payments\"} | 400 | role",
        "/api/v1/open-shifts/none/claim | | 404 | shift",
        "/api/v1/leave | {} | 400 | from",
        "/api/v1/stand-down | {\"until\":\"soon\"} | 400 | until",
        "/api/v1/take-back | | 422 | person",
      })
  void whatIsWrongIsNamed(String path, String body, int status, String field) {
    assertProblem(api.post("ben", path, body == null ? "" : body), status, field);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/rotas/none/overrides,404,rota",
    "/api/v1/rotas/payments/overrides?from=x,400,from",
    "/api/v1/rotas/payments/overrides?until=2024-01-01T00:00:00Z,400,until",
    "/api/v1/rota-findings?days=0,400,days",
    "/api/v1/rota-findings?days=many,400,days",
  })
  void whatIsAskedWronglyIsNamed(String path, int status, String field) {
    assertProblem(api.get("ben", path), status, field);
  }

  @Test
  void aSwapWithOneselfIsRefusedByTheEngine() {
    String body = "{" + OF_PAYMENTS + BENS_DAY + ", \"other\": \"ben\"}";
    assertProblem(api.post("ben", "/api/v1/swaps", body), 422, "other");
    String nothing = "{\"from\": \"2025-01-15T08:00:00Z\", \"until\": \"2025-01-15T08:00:00Z\"}";
    String back = "{" + OF_PAYMENTS + BENS_DAY + ", \"other\": \"cho\", \"inReturn\": " + nothing;
    assertProblem(api.post("ben", "/api/v1/swaps", back + "}"), 422, "inReturn.until");
  }

  private String askToSwap() {
    String body =
        "{" + OF_PAYMENTS + BENS_DAY + ", \"other\": \"cho\", \"inReturn\": {" + CHOS_DAY + "}}";
    var asked = api.post("ben", "/api/v1/swaps", body);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
    return json(asked).path("id").asString();
  }

  private static String override(String change) {
    return "{\"role\": \"primary\", " + BENS_DAY + ", " + change + "}";
  }

  private static String removed(String person) {
    return "\"kind\": \"remove\", \"person\": \"" + person + "\"";
  }

  private JsonNode primaryAt(String at) {
    return json(api.get("ana", "/api/v1/on-duty?at=" + at)).path("duties").path(0);
  }
}
