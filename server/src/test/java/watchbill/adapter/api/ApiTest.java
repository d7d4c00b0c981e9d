package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import watchbill.adapter.identity.FormGuard;
import watchbill.adapter.identity.Identity;
import watchbill.adapter.identity.SigningKey;
import watchbill.adapter.web.Browser;
import watchbill.adapter.web.Scene;
import watchbill.adapter.web.TestSite;
import watchbill.escalation.Escalation;
import watchbill.testkit.Cast;

/// The product from a program's side.
class ApiTest {
  private Scene scene;
  private TestSite site;
  private Browser program;
  private String bearer;

  @BeforeEach
  void checkoutFails() {
    scene = new Scene();
    site = new TestSite(scene, id -> api(id));
    program = new Browser(site.url);
    bearer = "Bearer " + site.identity.issueToken("ana", Duration.ofDays(1));
    scene.report(Cast.CHECKOUT, "k", Scene.critical("Checkout fails", "lb-1", Map.of()));
  }

  @AfterEach
  void close() {
    program.close();
    site.close();
  }

  private Api api(Identity identity) {
    var needs = scene.apiNeeds(scene::configuration);
    var key = SigningKey.of(scene.transactions);
    return new Api(needs, identity, new FormGuard(key, java.net.URI.create("http://127.0.0.1")));
  }

  @Test
  void openPagesAreListedWithWhoIsTold() {
    JsonNode page = json(get("/api/v1/pages?state=open")).path("pages").path(0);
    assertThat(page.path("number").asInt()).isEqualTo(1);
    assertThat(page.path("state").asString()).isEqualTo("firing");
    assertThat(page.path("openedAt").asString()).isEqualTo("2025-01-06T03:00:00Z");
    assertThat(page.path("nextAt").asString()).isEqualTo("2025-01-06T03:05:00Z");
    assertThat(page.path("told").path(0).asString()).isEqualTo("ana");
    assertThat(page.has("by")).isFalse();
  }

  @Test
  void aPageComesWithItsTimeline() {
    JsonNode page = json(get("/api/v1/pages/1"));
    assertThat(page.path("timeline").path(0).path("action").asString()).isEqualTo("page.opened");
    assertThat(page.path("alerts").path(0).path("source").asString()).isEqualTo("lb-1");
    String id = page.path("page").path("id").asString();
    assertThat(json(get("/api/v1/pages/" + id))).isEqualTo(page);
  }

  @Test
  void aProgramTakesChargeHandsOverAndResolves() {
    assertThat(json(post("/api/v1/pages/1/acknowledge", "")).path("said").asString())
        .isEqualTo("ana has it");
    assertThat(post("/api/v1/pages/1/hand-over", "").statusCode()).isEqualTo(200);
    assertThat(json(post("/api/v1/pages/1/resolve", "")).path("number").asInt()).isEqualTo(1);
    assertThat(json(get("/api/v1/pages?state=resolved")).path("pages").size()).isEqualTo(1);
  }

  @Test
  void aProgramPutsAPageOffForAWeekAtMost() {
    String until = "{\"until\":\"2025-01-06T09:00:00Z\"}";
    assertThat(json(post("/api/v1/pages/1/snooze", until)).path("said").asString())
        .isEqualTo("snoozed until 2025-01-06T09:00:00Z");
    JsonNode page = json(get("/api/v1/pages")).path("pages").path(0);
    assertThat(page.path("state").asString()).isEqualTo("snoozed");
    assertThat(page.path("nextAt").asString()).isEqualTo("2025-01-06T09:00:00Z");
    var tooLong = post("/api/v1/pages/1/snooze", "{\"until\":\"2025-01-14T09:00:00Z\"}");
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("page.snooze-until", "7 days");
  }

  @Test
  void rulesAreTriedOnWhatCameBeforeTheyAreDeclared() {
    String rules =
        "routing: { rules: [ { name: odd, when: summary.startsWith('Again'), urgency: never } ] }";
    JsonNode preview =
        json(post("/api/v1/routing/preview", "{\"routing\":\"" + rules + "\",\"events\":10}"));
    assertThat(preview.path("events").asInt()).isPositive();
    assertThat(preview.path("differing").asInt()).isEqualTo(preview.path("reports").asInt());
    JsonNode first = preview.path("first").path(0);
    assertThat(first.path("now").path("urgency").asString()).isEqualTo("now");
    assertThat(first.path("would").path("urgency").asString()).isEqualTo("never");
    assertThat(first.path("would").path("because").path(0).asString())
        .isEqualTo("rule odd: matched, urgency never");
    assertThat(scene.page(1).escalation()).isInstanceOf(Escalation.Waiting.class);
  }

  @Test
  void aRuleThatIsWrongIsRefusedWithItsColumn() {
    String rules = "routing: { rules: [ { name: odd, when: sumary == 'x', service: nowhere } ] }";
    var answer = post("/api/v1/routing/preview", "{\"routing\":\"" + rules + "\"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("routing.mistakes", "column 1: undeclared reference to 'sumary'")
        .contains("names no service that is declared");
  }

  @Test
  void aProgramWritesNotesAssignsGivesBackAndEscalates() {
    assertThat(post("/api/v1/pages/1/notes", "{\"note\":\"looking at db-3\"}").statusCode())
        .isEqualTo(200);
    assertThat(post("/api/v1/pages/1/escalate", "{}").statusCode()).isEqualTo(200);
    assertThat(post("/api/v1/pages/1/assign", "{\"person\":\"cho\"}").statusCode()).isEqualTo(200);
    assertProblem(post("/api/v1/pages/1/assign", "{\"person\":\"nobody\"}"), 422, "person");
    assertProblem(post("/api/v1/pages/1/unacknowledge", "{}"), 422, "page");
    post("/api/v1/pages/1/acknowledge", "{}");
    assertThat(post("/api/v1/pages/1/unacknowledge", "{}").statusCode()).isEqualTo(200);
    assertProblem(post("/api/v1/pages/1/notes", "{}"), 400, "note");
    assertThat(scene.said(scene.page(1).id()))
        .contains("looking at db-3", "Ana escalated it", "Ana assigned it to Cho");
  }

  @Test
  void aProgramPagesSomebody() {
    var answer = post("/api/v1/pages", "{\"service\":\"db-3\",\"summary\":\"Odd noises\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(scene.page(json(answer).path("number").asInt()).title()).isEqualTo("Odd noises");
  }

  @Test
  void whoIsOnDutyIsToldForAnyInstant() {
    JsonNode now = json(get("/api/v1/on-duty")).path("duties");
    assertThat(now.path(0).path("person").asString()).isEqualTo("ana");
    assertThat(now.path(1).path("person").asString()).isEqualTo("ben");
    JsonNode later = json(get("/api/v1/on-duty?at=2025-01-06T09:00:00%2B01:00")).path("duties");
    assertThat(later.path(0).path("person").asString()).isEqualTo("ben");
    assertThat(now.path(2).has("person")).isFalse();
    assertThat(now.path(2).path("because").asString()).isEqualTo("its first turn has not begun");
  }

  @Test
  void onDutyIsAskedForOneRotaAndRole() {
    JsonNode all = json(get("/api/v1/onduty?rota=payments")).path("duties");
    assertThat(all.size()).isEqualTo(2);
    assertThat(all.path(0).path("people").path(0).path("name").asString()).isEqualTo("Ana");
    JsonNode one = json(get("/api/v1/onduty?rota=payments&role=lieutenant")).path("duties");
    assertThat(one.size()).isEqualTo(1);
    assertThat(one.path(0).path("people").path(0).path("person").asString()).isEqualTo("ben");
    assertThat(json(get("/api/v1/onduty?role=shadow")).path("duties").isEmpty()).isTrue();
  }

  @Test
  void theShiftsOfARotaFollowEachOther() {
    String window = "?from=2025-01-06T03:00:00Z&until=2025-01-20T12:00:00Z";
    JsonNode said = json(get("/api/v1/rotas/payments/shifts" + window));
    assertThat(said.path("zone").asString()).isEqualTo("Europe/Madrid");
    assertThat(said.path("role").asString()).isEqualTo("primary");
    JsonNode shifts = said.path("shifts");
    assertThat(shifts.size()).isEqualTo(4);
    assertThat(shifts.path(0).path("from").asString()).isEqualTo("2025-01-06T03:00:00Z");
    assertThat(shifts.path(1).path("people").path(0).path("person").asString()).isEqualTo("ben");
    assertThat(shifts.path(1).path("from").asString()).isEqualTo("2025-01-06T08:00:00Z");
    assertThat(shifts.path(1).has("gap")).isFalse();
    assertThat(shifts.path(3).path("until").asString()).isEqualTo("2025-01-20T12:00:00Z");
  }

  @Test
  void theGapsOfARotaHaveTheirReasons() {
    JsonNode gaps = json(get("/api/v1/rotas/storage/gaps")).path("gaps");
    assertThat(gaps.size()).isEqualTo(1);
    assertThat(gaps.path(0).path("from").asString()).isEqualTo("2025-01-06T03:00:00Z");
    assertThat(gaps.path(0).path("until").asString()).isEqualTo("2025-01-06T08:00:00Z");
    assertThat(gaps.path(0).path("because").asString()).isEqualTo("its first turn has not begun");
    assertThat(json(get("/api/v1/rotas/payments/gaps")).path("gaps").isEmpty()).isTrue();
  }

  @Test
  void somebodyStandsIn() {
    String body =
        """
        {"role": "primary", "person": "dev",
         "from": "2025-01-06T02:00:00Z", "until": "2025-01-06T06:00:00Z"}
        """;
    assertThat(post("/api/v1/rotas/payments/overrides", body).statusCode()).isEqualTo(201);
    assertThat(json(get("/api/v1/on-duty")).path("duties").path(0).path("person").asString())
        .isEqualTo("dev");
  }

  @Test
  void onlyTheAdministratorMakesLinksForOthers() {
    assertThat(post("/api/v1/sign-in-links", "{\"person\":\"ben\"}").statusCode()).isEqualTo(403);
    bearer = "Bearer " + site.identity.issueToken("admin", Duration.ofDays(1));
    var answer = post("/api/v1/sign-in-links", "{\"person\":\"ben\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).path("link").asString()).startsWith(site.url + "/sign-in/");
    assertProblem(post("/api/v1/sign-in-links", "{\"person\":\"eli\"}"), 422, "person");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GET  | /api/v1/pages?state=odd             | | 400 | state",
        "GET  | /api/v1/pages/77                    | | 404 | page",
        "GET  | /api/v1/pages/odd                   | | 404 | page",
        "GET  | /api/v1/on-duty?at=yesterday        | | 400 | at",
        "GET  | /api/v1/on-duty?at=2025-01-06       | | 400 | at",
        "GET  | /api/v1/onduty?rota=odd             | | 404 | rota",
        "GET  | /api/v1/onduty?role=The+Boss        | | 400 | role",
        "GET  | /api/v1/rotas/odd/shifts            | | 404 | rota",
        "GET  | /api/v1/rotas/payments/shifts?role=shadow    | | 400 | role",
        "GET  | /api/v1/rotas/payments/gaps?from=soon        | | 400 | from",
        "GET  | /api/v1/rotas/payments/gaps?until=2025-01-06T03:00:00Z | | 400 | until",
        "GET  | /api/v1/rotas/payments/gaps?until=2026-06-06T03:00:00Z | | 400 | until",
        "POST | /api/v1/pages                       | | 400 | body",
        "POST | /api/v1/pages                       | [] | 400 | body",
        "POST | /api/v1/pages                       | {\"service\": | 400 | body",
        "POST | /api/v1/pages                       | {} {} | 400 | body",
        "POST | /api/v1/pages                       | {} | 400 | service",
        "POST | /api/v1/pages                       | {\"service\":7} | 400 | service",
        "POST | /api/v1/pages                       | {\"service\":\"checkout\"} | 400 | summary",
        "POST | /api/v1/pages | {\"service\":\"odd\",\"summary\":\"x\"} | 422 | service",
        "POST | /api/v1/pages/77/acknowledge        | {} | 404 | page",
        "POST | /api/v1/rotas/payments/overrides    | {} | 400 | role",
        "POST | /api/v1/rotas/payments/overrides    | {\"role\":\"boss\"} | 400 | role",
        "POST | /api/v1/rotas/payments/overrides"
            + " | {\"role\":\"primary\",\"person\":\"dev\",\"from\":\"x\"} | 400 | from",
      })
  void whatIsWrongIsNamed(String method, String path, String body, int status, String field) {
    String sent = body == null ? "" : body;
    assertProblem(method.equals("GET") ? get(path) : post(path, sent), status, field);
  }

  @ParameterizedTest
  @CsvSource({
    "odd,dev,2025-01-06T06:00:00Z,404,rota",
    "payments,eli,2025-01-06T06:00:00Z,422,person",
    "payments,dev,2025-01-06T01:00:00Z,400,until",
    "payments,dev,2027-01-06T01:00:00Z,422,until",
  })
  void aWrongOverrideIsNamed(String rota, String person, String until, int status, String field) {
    String body =
        """
        {"role": "primary", "person": "%s", "from": "2025-01-06T02:00:00Z", "until": "%s"}
        """
            .formatted(person, until);
    assertProblem(post("/api/v1/rotas/" + rota + "/overrides", body), status, field);
  }

  @Test
  void aCookieAloneChangesNothing() {
    String token = site.identity.issueToken("ana", Duration.ofHours(1));
    try (var browser = new Browser(site.url).signedIn(token)) {
      String path = "/api/v1/pages/1/acknowledge";
      assertThat(browser.postJson(path, "{}").statusCode()).isEqualTo(403);
      assertThat(browser.postJson(path, "{}", "Sec-Fetch-Site", "cross-site").statusCode())
          .isEqualTo(403);
      assertThat(browser.postJson(path, "{}", "Origin", "null").statusCode()).isEqualTo(403);
      assertThat(scene.page(1).escalation().needsSomebody()).isTrue();
      assertThat(browser.postJson(path, "{}", "Sec-Fetch-Site", "same-origin").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void whatCanNotBeSavedMayBeTriedAgain() {
    scene.overload();
    HttpResponse<String> answer = post("/api/v1/pages/1/acknowledge", "");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).path("field").asString()).isEqualTo(field);
    assertThat(json(answer).path("detail").asString()).contains(field + ": ");
  }

  private HttpResponse<String> get(String path) {
    return program.get(path, "Authorization", bearer);
  }

  private HttpResponse<String> post(String path, String body) {
    return program.postJson(path, body, "Authorization", bearer);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
