package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.api.ApiHouse.assertProblem;
import static watchbill.adapter.api.ApiHouse.json;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import watchbill.engine.Command;

/// What is proposed for the weeks to come, a rota's past, and calendars. It is Monday, four in the
/// morning in Madrid: Ana has it until nine, then Ben, Cho and Dev a week each.
class PlanningApiTest {
  private static final String SUGGESTION = "/api/v1/rotas/payments/suggestion";

  @AutoClose private final ApiHouse api = new ApiHouse();

  @Test
  void whoeverRestedLongestIsProposedFirstAndLeaveIsRespected() {
    var entered =
        api.post("ben", "/api/v1/leave", leave("2025-01-06T12:00:00Z", "2025-01-20T08:00:00Z"));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    JsonNode turns = json(api.get("dev", SUGGESTION + "?weeks=3")).path("turns");
    assertThat(turns.size()).isEqualTo(3);
    assertThat(turns.path(0).path("from").asString()).isEqualTo("2025-01-06T08:00:00Z");
    assertThat(turns.path(0).path("until").asString()).isEqualTo("2025-01-13T08:00:00Z");
    List<String> people = new ArrayList<>();
    turns.forEach(turn -> people.add(turn.path("person").asString()));
    assertThat(people).doesNotHaveDuplicates().endsWith("ben").doesNotContain("ana");
    assertThat(turns.path(0).path("because").asString()).isNotEmpty();
  }

  @Test
  void aManagerAcceptsWhatWasShown() {
    JsonNode shown = json(api.get("dev", SUGGESTION + "?weeks=2"));
    String body =
        "{\"role\": \"primary\", \"weeks\": \"2\", \"shown\": \"%s\"}"
            .formatted(shown.path("shown").asString());
    var accepted = api.post("dev", SUGGESTION, body);
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    for (JsonNode turn : shown.path("turns")) {
      String at = turn.path("from").asString();
      JsonNode primary = json(api.get("ana", "/api/v1/on-duty?at=" + at)).path("duties").path(0);
      assertThat(primary.path("person")).isEqualTo(turn.path("person"));
      assertThat(primary.path("because").asString()).startsWith("suggestion");
    }
    assertProblem(
        api.post("dev", SUGGESTION, body.replace("shown\": \"", "shown\": \"0")), 422, "shown");
  }

  @Test
  void nobodyElseAcceptsIt() {
    var refused = api.post("ben", SUGGESTION, "{}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).path("code").asString()).isEqualTo("suggestion.not-manager");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/rotas/none/suggestion, rota",
    "/api/v1/rotas/none/history, rota",
    "/api/v1/rotas/payments/suggestion?weeks=0, weeks",
    "/api/v1/rotas/payments/suggestion?weeks=27, weeks",
    "/api/v1/rotas/payments/suggestion?role=Mate, role",
    "/api/v1/feeds?kind=ship&of=x, kind",
  })
  void whatIsAskedWronglyIsNamed(String path, String field) {
    assertProblem(api.get("ben", path), 400, field);
  }

  @Test
  void theHistorySaysWhoChangedWhat() {
    api.scene.door().submit(new Command.AdoptRotas("configuration"));
    JsonNode versions = json(api.get("ben", "/api/v1/rotas/payments/history")).path("versions");
    assertThat(versions.size()).isEqualTo(1);
    assertThat(versions.path(0).path("madeBy").asString()).isEqualTo("configuration");
    assertThat(versions.path(0).path("changes").path(0).asString()).isEqualTo("first known");
  }

  @Test
  void aCalendarsAddressIsShownOnceAndRevoked() {
    var made = api.post("ben", "/api/v1/feeds", "{\"kind\": \"rota\", \"of\": \"payments\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(json(made).path("address").asString()).endsWith(".ics");
    JsonNode feeds = json(api.get("cho", "/api/v1/feeds?kind=rota&of=payments")).path("feeds");
    assertThat(feeds.path(0).path("id")).isEqualTo(json(made).path("id"));
    assertThat(feeds.toString()).doesNotContain(".ics");
    String address = "/api/v1/feeds/" + json(made).path("id").asString();
    assertThat(api.delete("cho", address).statusCode()).isEqualTo(200);
    assertThat(json(api.get("cho", "/api/v1/feeds?kind=rota&of=payments")).path("feeds").size())
        .isZero();
    assertProblem(api.delete("cho", address), 404, "feed");
  }

  @Test
  void somebodysCalendarIsTheirs() {
    String body = "{\"kind\": \"person\", \"of\": \"ben\"}";
    assertThat(api.post("cho", "/api/v1/feeds", body).statusCode()).isEqualTo(403);
    assertThat(api.get("cho", "/api/v1/feeds?kind=person&of=ben").statusCode()).isEqualTo(403);
    assertThat(api.post("ben", "/api/v1/feeds", body).statusCode()).isEqualTo(201);
    assertProblem(
        api.post("ben", "/api/v1/feeds", "{\"kind\": \"rota\", \"of\": \"none\"}"), 422, "rota");
  }

  private static String leave(String from, String until) {
    return "{\"person\": \"ben\", \"from\": \"%s\", \"until\": \"%s\", \"note\": \"\"}"
        .formatted(from, until);
  }
}
