package watchbill.adapter.ingest.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.alertmanager.AlertmanagerHouse.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import watchbill.route.RoutePlan;
import watchbill.route.Rule;
import watchbill.testkit.RoutingDesk;

/// What clients of Alertmanager read where rules of ours add labels and group.
class AddedLabelsTest {
  @AutoClose
  private final AlertmanagerHouse house =
      new AlertmanagerHouse(
          RoutePlan.NONE.with(
              List.of(
                  new Rule("owner", Optional.empty(), RoutingDesk.labelled("owner", "pay"), true),
                  new Rule(
                      "word", Optional.empty(), RoutingDesk.labelled("severity", "critical"), true),
                  new Rule(
                      "group",
                      Optional.empty(),
                      RoutingDesk.grouped("owner", "alertname", "missing"),
                      false))));

  @Test
  void anAlertIsListedWithThemUnderTheFingerprintOfItsSource() {
    report("db-1");
    JsonNode alert = json(house.get("/alerts")).path(0);
    assertThat(alert.path("labels").toString())
        .isEqualTo(
            "{\"alertname\":\"Disk\",\"instance\":\"db-1\",\"owner\":\"pay\","
                + "\"severity\":\"critical\"}");
    assertThat(alert.path("fingerprint").asString())
        .isEqualTo(
            Fingerprint.of(
                new TreeMap<>(
                    Map.of("alertname", "Disk", "instance", "db-1", "severity", "page"))));
  }

  @Test
  void filtersAndSilencesSeeThem() {
    report("db-1");
    assertThat(json(house.get("/alerts?filter=owner%3Dpay"))).hasSize(1);
    assertThat(json(house.get("/alerts?filter=severity%3Dpage"))).isEmpty();
    house.post(
        "/silences",
        """
        {"matchers":[{"name":"owner","value":"pay","isRegex":false}],"createdBy":"amy",
         "startsAt":"2025-01-06T03:00:00Z","endsAt":"2025-01-06T05:00:00Z","comment":"maint"}
        """);
    report("db-2");
    assertThat(json(house.get("/alerts?silenced=false"))).isEmpty();
    assertThat(json(house.get("/alerts?active=false"))).hasSize(2);
  }

  @Test
  void aResendIsTheSameAlertAndAnEndEndsIt() {
    report("db-1");
    report("db-1");
    assertThat(json(house.get("/alerts"))).hasSize(1);
    house.post(
        "/alerts",
        """
        [{"labels":{"alertname":"Disk","instance":"db-1","severity":"page"},
          "startsAt":"2025-01-06T02:00:00Z","endsAt":"2025-01-06T02:59:00Z"}]
        """);
    assertThat(json(house.get("/alerts"))).isEmpty();
  }

  @Test
  void aGroupShowsTheLabelsByWhichItIsOne() {
    report("db-1");
    report("db-2");
    JsonNode groups = json(house.get("/alerts/groups"));
    assertThat(groups).hasSize(1);
    assertThat(groups.path(0).path("labels").toString())
        .isEqualTo("{\"alertname\":\"Disk\",\"owner\":\"pay\"}");
    assertThat(groups.path(0).path("alerts")).hasSize(2);
  }

  private void report(String instance) {
    house.post(
        "/alerts",
        """
        [{"labels":{"alertname":"Disk","instance":"%s","severity":"page"}}]
        """
            .formatted(instance));
  }
}
