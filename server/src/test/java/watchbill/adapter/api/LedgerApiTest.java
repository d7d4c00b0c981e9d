package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
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
import watchbill.catalog.PersonId;
import watchbill.ledger.Earning;
import watchbill.ledger.LedgerEntry;
import watchbill.ledger.LedgerItem;
import watchbill.ledger.Money;
import watchbill.ledger.Owed;
import watchbill.rota.Role;
import watchbill.testkit.Cast;
import watchbill.time.Span;
import watchbill.workload.HourKind;

/// The ledger from a program's side. Dev manages team payments; it is January 2025.
class LedgerApiTest {
  private static final String DECEMBER = "from=2024-12-01&until=2025-01-01";

  private Scene scene;
  private TestSite site;
  private Browser program;

  @BeforeEach
  void anaAndBenWereOnDuty() {
    scene = new Scene();
    site = new TestSite(scene, id -> api(id));
    program = new Browser(site.url);
    var night =
        new LedgerItem.StandBy(Cast.ROTA, Role.PRIMARY, HourKind.NIGHT, Duration.ofHours(2));
    var called = new LedgerItem.Called(List.of("p1", "p2"), Cast.NIGHT, Duration.ofMinutes(40));
    var off = new Span(Cast.NIGHT.plusSeconds(18_000), Cast.NIGHT.plusSeconds(34_200));
    scene.transactions.write(s -> {
      s.ledger()
          .append(
              List.of(
                  entry("1", Cast.ANA, night, new Owed.Pay(eur(9_00)), Optional.empty()),
                  entry("2", Cast.ANA, night, new Owed.Pay(eur(-9_00)), Optional.of("1")),
                  entry(
                      "3",
                      Cast.ANA,
                      called,
                      new Owed.TimeOff(1, Optional.of(off)),
                      Optional.empty()),
                  entry("4", Cast.BEN, night, new Owed.Pay(eur(4_50)), Optional.empty())));
      return true;
    });
  }

  @AfterEach
  void close() {
    program.close();
    site.close();
  }

  private Api api(Identity identity) {
    var needs = scene.apiNeeds(scene::configuration);
    var key = SigningKey.of(scene.transactions);
    return new Api(needs, identity, new FormGuard(key, URI.create("http://127.0.0.1")));
  }

  @Test
  void eachSeesTheirOwn() {
    JsonNode own = json(get("ana", "person=ana&" + DECEMBER));
    assertThat(own.path("entries")).hasSize(3);
    JsonNode first = own.path("entries").path(0);
    assertThat(first.path("date").asString()).isEqualTo("2024-12-30");
    assertThat(first.path("amount").asString()).isEqualTo("9.00");
    assertThat(first.path("seconds").asInt()).isEqualTo(7_200);
    assertThat(first.has("halfDays")).isFalse();
    assertThat(own.path("entries").path(1).path("reverses").asString()).isEqualTo("1");
    JsonNode time = own.path("entries").path(2);
    assertThat(time.path("halfDays").asInt()).isEqualTo(1);
    assertThat(time.path("offFrom").asString()).isEqualTo("2025-01-06T08:00:00Z");
    assertThat(time.has("amount")).isFalse();
    JsonNode total = own.path("totals").path(0);
    assertThat(total.path("pay").path(0).asString()).isEqualTo("0.00 EUR");
    assertThat(total.path("halfDays").asInt()).isEqualTo(1);
    assertThat(own.path("months").path(0).path("month").asString()).isEqualTo("2024-12");
  }

  @Test
  void nobodySeesTheOthers() {
    for (String query : List.of("", "person=ben", "team=payments", "person=ben&team=payments")) {
      HttpResponse<String> answer = get("ana", query);
      assertThat(answer.statusCode()).as(query).isEqualTo(403);
      assertThat(json(answer).path("code").asString()).isEqualTo("ledger.private");
    }
    assertThat(get("dev", "team=storage").statusCode()).isEqualTo(403);
    assertThat(get("dev", "").statusCode()).isEqualTo(403);
  }

  @Test
  void aManagerSeesTheTeamAndTheAdministratorAll() {
    assertThat(json(get("dev", "team=payments&" + DECEMBER)).path("entries")).hasSize(4);
    assertThat(json(get("dev", "person=ben&" + DECEMBER)).path("entries")).hasSize(1);
    assertThat(json(get("admin", DECEMBER)).path("entries")).hasSize(4);
    assertThat(json(get("admin", "person=ana&team=storage&" + DECEMBER)).path("entries")).isEmpty();
    assertThat(json(get("admin", "")).path("entries")).isEmpty();
  }

  @Test
  void payrollGetsAFile() {
    HttpResponse<String> answer = get("dev", "person=ana&format=csv&" + DECEMBER);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(answer.body().split("\r\n", -1))
        .hasSize(5)
        .contains(
            "2,ana,payments,2024-12-30,stand-by,payments,primary,night,,,7200,-9.00,EUR,,,,1,"
                + "'=because,watchbill,2025-01-06T03:00:00Z",
            "3,ana,payments,2024-12-30,called,,,,p1 p2,2025-01-06T03:00:00Z,2400,,,1,"
                + "2025-01-06T08:00:00Z,2025-01-06T12:30:00Z,,'=because,watchbill,"
                + "2025-01-06T03:00:00Z");
  }

  @Test
  void aMonthIsChosenCorrectedAndApproved() {
    String december = "\"person\":\"ana\",\"month\":\"2024-12\"";
    assertThat(post("ana", "choice", "{" + december + ",\"choice\":\"time\"}").statusCode())
        .isEqualTo(200);
    assertThat(post("dev", "correct", correction("-4.50", "EUR", "Ben stood in")).statusCode())
        .isEqualTo(200);
    assertThat(post("dev", "approve", "{" + december + "}").statusCode()).isEqualTo(200);
    JsonNode month = json(get("ana", "person=ana&" + DECEMBER)).path("months").path(0);
    assertThat(month.path("choice").asString()).isEqualTo("time");
    assertThat(month.path("approvedBy").asString()).isEqualTo("dev");
    HttpResponse<String> late = post("ana", "choice", "{" + december + ",\"choice\":\"money\"}");
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(json(late).path("code").asString()).isEqualTo("ledger.approved");
    assertThat(json(get("ana", "person=ana&" + DECEMBER)).path("totals").path(0).path("pay"))
        .extracting(JsonNode::asString)
        .containsExactly("-4.50 EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "ben, choice, ana, 2024-12, 403, ledger.not-yours",
    "ana, approve, ana, 2024-12, 403, ledger.own",
    "dev, approve, dev, 2024-12, 403, ledger.own",
    "ben, approve, ana, 2024-12, 403, ledger.not-manager",
    "dev, approve, ana, 2025-01, 422, ledger.too-early",
    "dev, approve, eli, 2024-12, 422, person.unknown",
    "admin, approve, ana, 2024-12, 200, ''",
    "admin, choice, ana, 2024-12, 200, ''"
  })
  void whoMayDoWhat(String by, String what, String person, String month, int status, String code) {
    String body =
        "{\"person\":\"%s\",\"month\":\"%s\",\"choice\":\"time\"}".formatted(person, month);
    HttpResponse<String> answer = post(by, what, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).path("code").asString("")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday, from",
    "until=2025-13-01, until",
    "from=2025-01-02&until=2025-01-02, until",
    "from=2025-01-01&until=2026-01-03, until",
    "format=xml, format"
  })
  void aWrongQuestionIsNamed(String query, String field) {
    HttpResponse<String> answer = get("admin", query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, EUR, a reason, amount",
    "4.505, EUR, a reason, amount",
    "'4,50', EUR, a reason, amount",
    "4.50, EURO, a reason, currency",
    "4.50, EUR, '', reason"
  })
  void aWrongCorrectionIsNamed(String amount, String currency, String reason, String field) {
    HttpResponse<String> answer = post("dev", "correct", correction(amount, currency, reason));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("field").asString()).isEqualTo(field);
    String noMonth = "{\"person\":\"ana\",\"month\":\"January\",\"choice\":\"time\"}";
    assertThat(json(post("ana", "choice", noMonth)).path("field").asString()).isEqualTo("month");
    String noChoice = "{\"person\":\"ana\",\"month\":\"2025-01\",\"choice\":\"both\"}";
    assertThat(json(post("ana", "choice", noChoice)).path("field").asString()).isEqualTo("choice");
  }

  private static String correction(String amount, String currency, String reason) {
    return """
    {"person": "ana", "team": "payments", "date": "2024-12-30",
     "amount": "%s", "currency": "%s", "reason": "%s"}
    """
        .formatted(amount, currency, reason);
  }

  private static LedgerEntry entry(
      String id, PersonId person, LedgerItem item, Owed owed, Optional<String> reverses) {
    var earning = new Earning(Cast.PAYMENTS, LocalDate.of(2024, 12, 30), item, owed);
    return new LedgerEntry(id, person, earning, reverses, "=because", "watchbill", Cast.NIGHT);
  }

  private static Money eur(long cents) {
    return new Money(cents, Currency.getInstance("EUR"));
  }

  private HttpResponse<String> get(String by, String query) {
    return program.get("/api/v1/ledger?" + query, "Authorization", bearer(by));
  }

  private HttpResponse<String> post(String by, String what, String body) {
    return program.postJson("/api/v1/ledger/" + what, body, "Authorization", bearer(by));
  }

  private String bearer(String by) {
    return "Bearer " + site.identity.issueToken(by, Duration.ofDays(1));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
