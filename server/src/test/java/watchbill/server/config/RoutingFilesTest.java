package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.catalog.RegionId;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;
import watchbill.route.Again;
import watchbill.route.Calling;
import watchbill.route.Grouping;
import watchbill.route.Hours;
import watchbill.route.RoutePlan;
import watchbill.route.Rule;
import watchbill.route.Storm;

/// Rules and hours in files.
class RoutingFilesTest {
  private static final String TEAM =
      """
      channels: { push: { demo: {} } }
      regions: { es-md: { holidays: es.ics } }
      people:
        ana: { name: Ana, zone: Europe/Madrid, notify: { now: [ push 0m ] } }
        cho: { name: Cho, zone: Asia/Seoul, region: es-md, notify: { now: [ push 0m ] } }
      policies: { p: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
      """;
  private static final Instant NIGHT = Instant.parse("2025-01-06T03:00:00Z");
  private static final TeamId PAYMENTS = new TeamId("payments");

  @TempDir private Path folder;

  @Test
  void aRuleSaysAllThatFollows() throws IOException {
    RoutePlan plan =
        plan(
            """
            teams: { payments: { people: [ ana ] } }
            services: { checkout: { team: payments, policy: p } }
            routing:
              storm: { pages: 5, within: 1m }
              rules:
                - name: staging
                  when: labels.env == "staging"
                  service: checkout
                  urgency: working-hours
                  group-by: [ cluster, alertname ]
                  group-wait: 30s
                  group-interval: 5m
                  again: on-severity
                  labels: { stage: test }
                  continue: true
                - { name: each, group-by: "..." }
                - { name: by-text, group-by: labels.a + source }
                - { name: whole, group-by: service }
            """);
    Rule first = plan.rules().getFirst();
    assertThat(first.when().orElseThrow().text()).isEqualTo("labels.env == \"staging\"");
    assertThat(first.goesOn()).isTrue();
    assertThat(first.then().inWords())
        .isEqualTo(
            "service checkout, urgency working-hours, grouped by alertname, cluster, gathers for"
                + " 30 s, next page after 5 min, again on-severity, label stage=test");
    assertThat(first.then().again()).contains(Again.ON_SEVERITY);
    assertThat(first.then().urgency()).contains(Calling.WORKING_HOURS);
    assertThat(plan.rules().get(1).then().grouping()).contains(new Grouping.Apart());
    assertThat(plan.rules().get(2).then().grouping().orElseThrow().inWords())
        .isEqualTo("by labels.a + source");
    assertThat(plan.rules().get(3).then().grouping()).contains(new Grouping.ByService());
    assertThat(plan.rules().get(3).when()).isEmpty();
    assertThat(plan.storm()).isEqualTo(new Storm(5, Duration.ofMinutes(1)));
  }

  @Test
  void aTeamThatSaysNothingHasOfficeHoursWhereItsRotaIs() throws IOException {
    RoutePlan plan =
        plan(
            """
            teams: { payments: { people: [ ana ] } }
            services: { checkout: { team: payments, policy: p } }
            rotas:
              payments:
                team: payments
                zone: Asia/Seoul
                rotations: [ { every: 1 week, handoff: Mon 09:00, from: 2025-01-06,
                  people: [ ana ] } ]
            """);
    Hours hours = plan.ofTeams().get(PAYMENTS);
    assertThat(hours.zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(hours.firstFrom(NIGHT, _ -> false)).contains(NIGHT); // Noon in Seoul.
    assertThat(plan.rules()).isEmpty();
    assertThat(plan.storm()).isEqualTo(Storm.USUAL);
  }

  @Test
  void withoutARotaTheManagersHomeCounts() throws IOException {
    Hours hours =
        plan("""
        teams: { payments: { people: [ ana ], manager: cho } }
        services: { checkout: { team: payments, policy: p } }
        """)
            .ofTeams()
            .get(PAYMENTS);
    assertThat(hours.zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(hours.region()).contains(new RegionId("es-md"));
  }

  @Test
  void hoursAreSaidInWordsOrWhole() throws IOException {
    RoutePlan plan =
        plan(
            """
            teams:
              payments: { people: [ ana ], hours: [ Mon-Thu 08:00-17:00, Fri 08:00-14:00 ] }
              search: { people: [ ana ], hours: always }
              data: { people: [ ana ], hours: responder }
            services:
              checkout: { team: payments, policy: p, hours: always }
              index: { team: search, policy: p,
                hours: { open: 10:00-12:00, zone: UTC, region: es-md, of: responder } }
            """);
    assertThat(plan.ofTeams().get(PAYMENTS).windows()).hasSize(2);
    assertThat(plan.ofTeams()).doesNotContainKey(new TeamId("search"));
    assertThat(plan.ofTeams().get(new TeamId("data")).respondersOwn()).isTrue();
    Hours checkout = plan.ofServices().get(new ServiceId("checkout"));
    assertThat(checkout.firstFrom(NIGHT, _ -> false)).contains(NIGHT);
    Hours index = plan.ofServices().get(new ServiceId("index"));
    assertThat(index.respondersOwn()).isTrue();
    assertThat(index.region()).isEqualTo(Optional.of(new RegionId("es-md")));
    assertThat(index.firstFrom(NIGHT, _ -> false)).contains(Instant.parse("2025-01-06T10:00:00Z"));
  }

  private RoutePlan plan(String more) throws IOException {
    return Written.file(folder, TEAM + more).settings().configuration().routing();
  }
}
