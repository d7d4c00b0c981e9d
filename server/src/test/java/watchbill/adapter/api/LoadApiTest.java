package watchbill.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import watchbill.adapter.web.wake.WakeLinks;
import watchbill.alert.Condition;
import watchbill.alert.Severity;
import watchbill.calendar.Leave;
import watchbill.engine.Command;
import watchbill.engine.Configuration;
import watchbill.ledger.Compensation;
import watchbill.rota.Change;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.turn.Seat;
import watchbill.testkit.Cast;
import watchbill.testkit.HouseRules;
import watchbill.time.Span;

/// How duty weighs on team payments: Ana was woken on Monday 6 January at four in Madrid, and it
/// took her forty minutes.
class LoadApiTest {
  private static final String TWO_WEEKS =
      "team=payments&zone=Europe/Madrid&from=2024-12-30&until=2025-01-13";

  private Scene scene;
  private TestSite site;
  private Browser program;

  @BeforeEach
  void anaIsWoken() {
    scene = new Scene();
    site = new TestSite(scene, id -> api(id));
    program = new Browser(site.url);
    var links = new WakeLinks(URI.create("http://127.0.0.1"), SigningKey.of(scene.transactions));
    scene.report(
        Cast.CHECKOUT,
        "down",
        new Condition("checkout is down", "web-1", Severity.CRITICAL, Map.of(), Map.of()));
    scene.deliver(links);
    scene.run(new Command.Acknowledge(scene.page(1).id(), "ana", "web"));
    scene.clock.turn(Duration.ofMinutes(40));
    scene.run(new Command.Resolve(scene.page(1).id(), "ana", "web"));
  }

  @AfterEach
  void close() {
    program.close();
    site.close();
  }

  /// As the scene has it, with a team for its rota, and rules.
  private Configuration configuration() {
    Rota plain = Cast.rota(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV);
    var team = Optional.of(Cast.PAYMENTS);
    var rota = new Rota(plain.id(), plain.zone(), plain.layers(), plain.lieutenant(), team);
    return new Configuration(
        scene.configuration().catalog(),
        List.of(rota),
        List.of(),
        HouseRules.of(Compensation.MONEY));
  }

  private Api api(Identity identity) {
    var needs = scene.apiNeeds(this::configuration);
    var key = SigningKey.of(scene.transactions);
    return new Api(needs, identity, new FormGuard(key, URI.create("http://127.0.0.1")));
  }

  @Test
  void aTeamsLoadPersonByPerson() {
    JsonNode load = json(get("/api/v1/load?" + TWO_WEEKS));
    JsonNode ana = load.path("people").path(0);
    assertThat(ana.path("person").asString()).isEqualTo("ana");
    assertThat(ana.path("shifts").asInt()).isEqualTo(1);
    assertThat(ana.path("nights").asInt()).isEqualTo(7);
    assertThat(ana.path("weekends").asInt()).isEqualTo(1);
    assertThat(ana.path("seconds").path("weekend").asLong()).isEqualTo(48 * 3_600);
    assertThat(ana.path("seconds").path("night").asLong()).isEqualTo(45 * 3_600);
    assertThat(ana.path("pages").asInt()).isEqualTo(1);
    assertThat(ana.path("interruptions").asInt()).isEqualTo(1);
    assertThat(ana.path("calledSeconds").asLong()).isEqualTo(40 * 60);
    assertThat(load.path("people")).hasSize(4);
    assertThat(load.path("spread").path(0).path("said").asString())
        .isEqualTo("7 nights apart: ana has 7, cho has 0; standard deviation 3.5");
    assertThat(load.path("warnings")).isEmpty();
  }

  @Test
  void whoHasTooMuchIsNamedBeforeItComes() {
    var span = new Span(scene.clock.now(), scene.clock.now().plus(Duration.ofDays(21)));
    var change = new Change.TakeOver(Seat.of(Cast.ANA), 0);
    scene.run(
        new Command.AddOverride(Cast.ROTA, Role.PRIMARY, span, change, "Ben is ill", Cast.DEV));
    JsonNode warnings =
        json(get("/api/v1/load?team=payments&from=2025-01-06&until=2025-01-27")).path("warnings");
    assertThat(warnings.path(0).path("said").asString())
        .isEqualTo("ana has 22 nights in the 28 days from 2025-01-05; at most 14");
    assertThat(warnings.path(0).path("tooMany").asBoolean()).isTrue();
  }

  @Test
  void theSameForASpreadsheet() {
    HttpResponse<String> answer = get("/api/v1/load?format=csv&" + TWO_WEEKS);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(answer.body().split("\r\n", -1)).hasSize(6).contains("cho,0,0,0,0,0,0,0,0,0,0,0");
  }

  @Test
  void whoIsOnDutyCountsForHalfAndWhoIsAwayForNothing() {
    LocalDate wednesday = LocalDate.of(2025, 1, 8);
    var off =
        new Span(
            wednesday.atStartOfDay(Cast.MADRID).toInstant(),
            wednesday.plusDays(1).atStartOfDay(Cast.MADRID).toInstant());
    scene.transactions.write(s -> {
      s.leaves().add(new Leave("1", Cast.CHO, off, "cho", ""));
      return true;
    });
    JsonNode capacity =
        json(get("/api/v1/teams/payments/capacity?from=2025-01-07&until=2025-01-12"));
    assertThat(capacity.path("days").path(0).path("percent").asInt()).isEqualTo(350);
    assertThat(capacity.path("days").path(1).path("percent").asInt()).isEqualTo(250);
    assertThat(capacity.path("days").path(4).path("percent").asInt()).isZero();
    assertThat(capacity.path("people").path(5).toString())
        .isEqualTo(
            "{\"person\":\"ben\",\"date\":\"2025-01-07\",\"percent\":50,\"because\":\"on duty\"}");
    assertThat(capacity.path("people").path(11).toString())
        .isEqualTo(
            "{\"person\":\"cho\",\"date\":\"2025-01-08\",\"percent\":0,\"because\":\"away\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/load, 422, team.unknown",
    "/api/v1/load?team=odd, 422, team.unknown",
    "/api/v1/load?team=payments&from=soon, 400, from.wrong",
    "/api/v1/load?team=payments&zone=Madrid, 400, zone.wrong",
    "/api/v1/load?team=payments&format=xml, 400, format.wrong",
    "/api/v1/load?team=payments&from=2025-01-02&until=2025-01-02, 400, until.wrong",
    "/api/v1/teams/odd/capacity, 404, team.unknown",
    "/api/v1/teams/payments/capacity?from=2025-01-01&until=2027-01-01, 400, until.wrong",
  })
  void whatCantBeAnsweredSaysWhy(String address, int status, String code) {
    HttpResponse<String> answer = get(address);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("code").asString()).isEqualTo(code);
  }

  private HttpResponse<String> get(String path) {
    return program.get(
        path, "Authorization", "Bearer " + site.identity.issueToken("cho", Duration.ofHours(1)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
