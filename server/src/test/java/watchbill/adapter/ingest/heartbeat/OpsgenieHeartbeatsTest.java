package watchbill.adapter.ingest.heartbeat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.heartbeat.HeartbeatHouse.GENIE_KEY;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationKind;
import watchbill.heartbeat.Heartbeat;
import watchbill.heartbeat.Schedule;

class OpsgenieHeartbeatsTest {
  private static final String BACKUP =
      """
      {"name":"host 1 backup","description":"nightly","interval":10,"intervalUnit":"minutes",
       "enabled":true,"ownerTeam":{"name":"payments"},"alertMessage":"call Cho",
       "alertTags":["a","b"],"alertPriority":"P1"}
      """;

  @AutoClose private final HeartbeatHouse house = new HeartbeatHouse();

  @Test
  void aHeartbeatIsMadePingedSwitchedAndDeleted() {
    HttpResponse<String> made = house.genie("POST", "/v2/heartbeats", BACKUP);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.body())
        .contains(
            "\"name\":\"host 1 backup\"",
            "\"interval\":10,\"intervalUnit\":\"minutes\"",
            "\"enabled\":true",
            "\"expired\":false",
            "\"alertPriority\":\"P1\"",
            "\"requestId\":\"made-1\"");
    Heartbeat kept = house.heartbeat("genie:host 1 backup");
    assertThat(kept.plan().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(kept.plan().schedule()).isEqualTo(new Schedule.Every(Duration.ofMinutes(10)));

    assertThat(house.genie("POST", "/v2/heartbeats", BACKUP).statusCode()).isEqualTo(409);
    String one = "/v2/heartbeats/host%201%20backup";
    assertThat(house.genie("GET", one, "").body()).contains("call Cho").doesNotContain("lastPing");
    house.genie("GET", one + "/ping", "");
    assertThat(house.genie("GET", one, "").body()).contains("\"lastPingTime\":\"2025-01-06T03:0");
    assertThat(house.genie("POST", one + "/disable", "").body()).contains("\"enabled\":false");
    assertThat(house.heartbeat("genie:host 1 backup").lookAt()).isEmpty();
    assertThat(house.genie("POST", one + "/enable", "").body()).contains("\"enabled\":true");
    HttpResponse<String> changed =
        house.genie("PATCH", one, "{\"interval\":2,\"intervalUnit\":\"days\"}");
    assertThat(changed.body()).contains("\"interval\":2,\"intervalUnit\":\"days\"", "call Cho");
    assertThat(house.genie("GET", "/v2/heartbeats", "").body())
        .contains("\"heartbeats\":[", "\"name\":\"probe\"", "\"name\":\"host 1 backup\"");
    assertThat(house.genie("DELETE", one, "").body()).contains("\"result\":\"Deleted\"");
    assertThat(house.genie("GET", one, "").statusCode()).isEqualTo(404);
    assertThat(house.genie("GET", one + "/ping", "").statusCode()).isEqualTo(404);
    assertThat(house.genie("POST", "/v2/heartbeats", BACKUP).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "POST", "PATCH"})
  void aPingMayComeByAnyOfTheseMethods(String method) {
    HttpResponse<String> answer = house.genie(method, "/v2/heartbeats/probe/ping", "{}");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).contains("\"result\":\"PONG - Heartbeat received\"", "\"took\":");
    assertThat(house.heartbeat("probe").heardAt()).isPresent();
  }

  @Test
  void theKeyMayStandInTheQueryAndAnotherIsNotKnown() {
    String ping = "/v2/heartbeats/probe/ping";
    assertThat(house.get(ping + "?apiKey=" + GENIE_KEY).statusCode()).isEqualTo(202);
    assertThat(house.get(ping).statusCode()).isEqualTo(401);
    String other = "GenieKey " + HeartbeatHouse.CRON_KEY;
    assertThat(house.send("GET", ping, "", "Authorization", other).statusCode()).isEqualTo(401);
  }

  @Test
  void whatTheFilesDeclareIsChangedThere() {
    assertThat(house.genie("DELETE", "/v2/heartbeats/probe", "").statusCode()).isEqualTo(403);
    String probe = "{\"name\":\"probe\",\"interval\":1,\"intervalUnit\":\"days\"}";
    assertThat(house.genie("POST", "/v2/heartbeats", probe).statusCode()).isEqualTo(409);
    assertThat(house.genie("GET", "/v2/heartbeats/sync", "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"interval\":1,\"intervalUnit\":\"days\"}|422|name",
        "{\"name\":\"a\",\"intervalUnit\":\"days\"}|422|interval",
        "{\"name\":\"a\",\"interval\":0,\"intervalUnit\":\"days\"}|422|interval",
        "{\"name\":\"a\",\"interval\":9999,\"intervalUnit\":\"days\"}|422|interval",
        "{\"name\":\"a\",\"interval\":1,\"intervalUnit\":\"weeks\"}|422|intervalUnit",
        "{\"name\":\"a\",\"interval\":1,\"intervalUnit\":\"days\",\"alertPriority\":6}"
            + "|422|alertPriority",
        "[]|400|body",
        "{\"name\":|400|body",
        "''|400|body",
      })
  void aMistakeIsNamedWithItsField(String body, int status, String field) {
    HttpResponse<String> answer = house.genie("POST", "/v2/heartbeats", body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"errors\":{\"" + field + "\":", "\"requestId\"");
  }

  @Test
  void noMutationOfARequestIsMoreThanReadOrRefused() {
    var from = HeartbeatHouse.integration("genie", IntegrationKind.OPSGENIE, GENIE_KEY);
    int read = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      byte[] body = BACKUP.getBytes(UTF_8);
      for (int i = random.nextInt(4); i >= 0; i--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      try {
        if (OpsgeniePlan.read(body, from, Optional.empty()) instanceof OpsgeniePlan.Read) {
          read++;
        }
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(read).isBetween(100, 19_900);
  }
}
