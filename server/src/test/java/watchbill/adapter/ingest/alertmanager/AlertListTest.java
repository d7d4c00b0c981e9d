package watchbill.adapter.ingest.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.alertmanager.AlertmanagerHouse.json;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What clients of Alertmanager read: alerts with every filter, groups, receivers.
class AlertListTest {
  @AutoClose private final AlertmanagerHouse house = new AlertmanagerHouse();

  @Test
  void anAlertHasEveryFieldThatClientsInsistOn() {
    house.post(
        "/alerts",
        """
        [{"labels":{"alertname":"Disk","instance":"db-1"},"annotations":{"summary":"full"},
          "startsAt":"2025-01-06T02:50:00Z","endsAt":"2025-01-06T03:10:00Z",
          "generatorURL":"http://prometheus/graph"}]
        """);
    JsonNode alert = json(house.get("/alerts")).path(0);
    assertThat(alert.toString())
        .isEqualTo(
            "{\"annotations\":{\"summary\":\"full\"},\"endsAt\":\"2025-01-06T03:10:00.000Z\","
                + "\"fingerprint\":\"d8ba33e33eb2250a\",\"receivers\":[{\"name\":\"checkout\"}],"
                + "\"startsAt\":\"2025-01-06T02:50:00.000Z\",\"status\":{\"inhibitedBy\":[],"
                + "\"mutedBy\":[],\"silencedBy\":[],\"state\":\"active\"},"
                + "\"updatedAt\":\"2025-01-06T03:00:00.000Z\","
                + "\"generatorURL\":\"http://prometheus/graph\","
                + "\"labels\":{\"alertname\":\"Disk\",\"instance\":\"db-1\"}}");
  }

  /// Taken from a real Alertmanager 0.25.
  @ParameterizedTest
  @CsvSource({
    "alertname=x, d240efc3896bf266",
    "alertname=foo;node=bar, 980a6a0e0facf311",
  })
  void fingerprintsAreThoseOfAlertmanager(String labels, String expected) {
    Map<String, String> sorted = new TreeMap<>();
    for (String label : labels.split(";", -1)) {
      String[] pair = label.split("=", -1);
      sorted.put(pair[0], pair[1]);
    }
    assertThat(Fingerprint.of(sorted)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "filter=alertname=A, A",
    "filter=alertname=\"A\", A",
    "filter=alertname != A, B C",
    "filter=alertname=~\"A|B\", A B",
    "filter=alertname=~., A B C",
    "filter=alertname=~, ''",
    "filter=team=, A C",
    "filter=team!=, B",
    "filter=team!~pay.*, A C",
    "filter=alertname=~A|B&filter=team=, A",
    "receiver=checkout, A B C",
    "receiver=check, ''",
    "active=false, ''",
    "silenced=false&inhibited=false&unprocessed=false, A B C",
  })
  void filtersAreThoseOfAlertmanager(String query, String expected) {
    house.post(
        "/alerts",
        "[" + alert("A", "") + "," + alert("B", "payments") + "," + alert("C", "") + "]");
    assertThat(String.join(" ", names("/alerts?" + encoded(query)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "filter=nonsense, filter",
    "filter=a=~(, filter",
    "receiver=(, receiver",
    "silenced=maybe, silenced",
  })
  void whatIsNoFilterIsRefusedByName(String query, String field) {
    var answer = house.get("/alerts?" + encoded(query));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("\"" + field);
  }

  @Test
  void whatASilenceMutesIsListedAsSilenced() {
    house.post("/alerts", "[" + alert("A", "") + "," + alert("B", "payments") + "]");
    String id = silence("team", "payments");
    assertThat(names("/alerts?silenced=false")).containsExactly("A");
    assertThat(names("/alerts?active=false")).containsExactly("B");
    JsonNode status = json(house.get("/alerts?active=false")).path(0).path("status");
    assertThat(status.path("state").asString()).isEqualTo("suppressed");
    assertThat(status.path("silencedBy").path(0).asString()).isEqualTo(id);
  }

  @Test
  void groupsAreWhatPagesCover() {
    house.post("/alerts", "[" + alert("A", "") + "," + alert("B", "payments") + "]");
    JsonNode groups = json(house.get("/alerts/groups"));
    assertThat(groups).hasSize(1);
    assertThat(groups.path(0).path("receiver").path("name").asString()).isEqualTo("checkout");
    assertThat(groups.path(0).path("alerts")).hasSize(2);
    assertThat(json(house.get("/alerts/groups?receiver=none"))).isEmpty();
  }

  @Test
  void thereIsOneReceiverForTheService() {
    assertThat(house.get("/receivers").body()).isEqualTo("[{\"name\":\"checkout\"}]");
  }

  @Test
  void moreThanIsReadAtOnceIsListedWholly() {
    List<String> alerts = new ArrayList<>();
    for (int i = 0; i < 1_203; i++) {
      alerts.add(alert("N" + i, ""));
    }
    house.post("/alerts", "[" + String.join(",", alerts) + "]");
    assertThat(names("/alerts")).hasSize(1_203).doesNotHaveDuplicates();
    assertThat(json(house.get("/alerts/groups")).path(0).path("alerts")).hasSize(1_203);
  }

  private String silence(String name, String value) {
    String body =
        """
        {"matchers":[{"name":"%s","value":"%s","isRegex":false}],"createdBy":"amy",
         "startsAt":"2025-01-06T03:00:00Z","endsAt":"2025-01-06T05:00:00Z","comment":"maint"}
        """
            .formatted(name, value);
    return json(house.post("/silences", body)).path("silenceID").asString();
  }

  private List<String> names(String path) {
    List<String> names = new ArrayList<>();
    json(house.get(path)).forEach(a -> names.add(a.path("labels").path("alertname").asString()));
    names.sort(null);
    return names;
  }

  private static String alert(String name, String team) {
    return "{\"labels\":{\"alertname\":\"%s\",\"team\":\"%s\"}}".formatted(name, team);
  }

  /// Only the values: a filter has signs in it.
  private static String encoded(String query) {
    List<String> parts = new ArrayList<>();
    for (String part : query.split("&", -1)) {
      int sign = part.indexOf('=');
      String value = URLEncoder.encode(part.substring(sign + 1), StandardCharsets.UTF_8);
      parts.add(part.substring(0, sign + 1) + value);
    }
    return String.join("&", parts);
  }
}
