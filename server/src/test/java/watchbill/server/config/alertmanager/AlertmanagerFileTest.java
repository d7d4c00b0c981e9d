package watchbill.server.config.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.catalog.IntegrationId;
import watchbill.route.Branch;
import watchbill.route.Calling;
import watchbill.route.Grouping;
import watchbill.server.config.Configurations;
import watchbill.server.config.Loaded;
import watchbill.server.config.Settings;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Warning;

/// An `alertmanager.yml` beside an integration.
class AlertmanagerFileTest {
  private static final IntegrationId PROMETHEUS = new IntegrationId("prometheus");
  private static final String OURS =
      """
      people:
        ana: { name: Ana, email: ana@example.org, notify: { now: [ email 0m ] } }
      teams: { payments: { people: [ ana ] } }
      policies: { payments: { steps: [ { notify: [ ana ], wait: 10m } ], fallback: [ ana ] } }
      services:
        checkout: { team: payments, policy: payments }
        ledger: { team: payments, policy: payments }
        archive: { team: payments, policy: payments }
      integrations:
        prometheus: { kind: alertmanager, key: real-prometheus-key, service: checkout,
                      config: am/alertmanager.yml, receivers: { pd: ledger } }
      channels: { email: { smtp: "smtp://127.0.0.1:9" } }
      """;
  private static final String THEIRS =
      """
      global: { smtp_from: am@example.org }
      route:
        receiver: hook
        group_by: [ cluster, alertname ]
        group_wait: 1m30s
        routes:
          - receiver: "null"
            matchers: [ alertname="Watchdog" ]
          - receiver: archive
            matchers: [ severity="critical" ]
            continue: true
          - receiver: pd
            match: { severity: critical }
            group_by: [ "..." ]
            group_interval: 10m
            repeat_interval: 25m
          - receiver: pd
            match_re: { team: "pay.*" }
            mute_time_intervals: [ weekend ]
      inhibit_rules:
        - source_matchers: [ severity="critical" ]
          target_match: { severity: warning }
          equal: [ instance ]
      receivers:
        - { name: hook, webhook_configs: [ { url: "http://127.0.0.1/" } ] }
        - { name: "null" }
        - { name: archive, email_configs: [ { to: a@example.org } ] }
        - { name: pd, pagerduty_configs: [ { service_key: verysecret } ] }
      time_intervals:
        - name: weekend
          time_intervals: [ { weekdays: [ saturday, sunday ], location: Europe/Madrid } ]
      """;

  @TempDir private Path folder;

  @Test
  void receiversBecomeServicesByNameOrAsTheyWereNamed() throws IOException {
    Branch root = root(THEIRS);
    assertThat(service(root, "x=y")).isEqualTo("checkout");
    assertThat(service(root, "severity=critical")).isEqualTo("archive");
    assertThat(service(root, "team=payroll")).isEqualTo("ledger");
    assertThat(root.ends(labels("severity=critical")))
        .extracting(Branch::receiver)
        .containsExactly("archive", "pd");
    Branch nobody = root.ends(labels("alertname=Watchdog")).getFirst();
    assertThat(nobody.then().urgency()).contains(Calling.NEVER);
  }

  @Test
  void groupingAndTimesAreInheritedUnlessTheyAreSaidAgain() throws IOException {
    Branch root = root(THEIRS);
    Branch archive = root.ends(labels("severity=critical")).getFirst();
    assertThat(archive.then().grouping())
        .contains(new Grouping.ByLabels(List.of("alertname", "cluster")));
    assertThat(archive.then().groupWait()).contains(Duration.ofSeconds(90));
    assertThat(archive.then().groupInterval()).contains(Duration.ofMinutes(5));
    Branch pd = root.ends(labels("severity=critical")).getLast();
    assertThat(pd.then().grouping()).contains(new Grouping.Apart());
    assertThat(pd.then().groupInterval()).contains(Duration.ofMinutes(10));
  }

  @Test
  void whatIsStillOpenIsToldAgainAtTheNextTurnOfItsGroup() throws IOException {
    List<Branch> ends = root(THEIRS).ends(labels("severity=critical"));
    assertThat(ends.getFirst().then().acknowledgementTimeout()).contains(Duration.ofHours(4));
    assertThat(ends.getLast().then().acknowledgementTimeout()).contains(Duration.ofMinutes(30));
  }

  @Test
  void aRouteIsQuietWithinItsIntervalsAndOneBelowItIsNot() throws IOException {
    Branch pay = root(THEIRS).ends(labels("team=payroll")).getFirst();
    Instant saturday = Instant.parse("2025-01-11T12:00:00Z");
    assertThat(pay.then().quiet().orElseThrow().until(saturday))
        .contains(Instant.parse("2025-01-12T23:00:00Z"));
    assertThat(root(THEIRS).then().quiet()).isEmpty();
  }

  @Test
  void inhibitionsKeepTheirSides() throws IOException {
    var rule = settings(THEIRS).alertmanagers().get(PROMETHEUS).inhibitions().getFirst();
    assertThat(rule.source().toString()).contains("critical");
    assertThat(rule.target().toString()).contains("warning");
    assertThat(rule.equal()).containsExactly("instance");
  }

  @Test
  void whatIsShownOfItHasNoSecret() throws IOException {
    String text = settings(THEIRS).alertmanagers().get(PROMETHEUS).text();
    assertThat(text)
        .startsWith("route:\n  receiver: \"hook\"\n")
        .contains("    - receiver: \"archive\"\n", "      continue: true\n", "  - name: \"pd\"\n")
        .doesNotContain("verysecret", "127.0.0.1", "example.org");
  }

  @Test
  void whatCanNotBeMappedIsListed() throws IOException {
    var valid = (Loaded.Valid) load(THEIRS);
    assertThat(valid.warnings())
        .extracting(Warning::path)
        .contains(
            "global.smtp_from",
            "receivers[0].webhook_configs",
            "receivers[2].email_configs",
            "receivers[3].pagerduty_configs",
            "route");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "receiver: hook | receiver: hok | route",
        "[ weekend ] | [ weekday ] | route.routes[3].mute_time_intervals[0]",
        "1m30s | 90 | route.group_wait",
        "severity=\"critical\" | severity is critical | route.routes[1].matchers[0]",
        "\"pay.*\" | \"pay(\" | route.routes[3]",
        "continue: true | continue: maybe | route.routes[1].continue",
        "continue: true | continues: true | route.routes[1].continues",
        "saturday | sturday | time_intervals[0].time_intervals[0].weekdays[0]",
        "Europe/Madrid | Europe/Nowhere | time_intervals[0].time_intervals[0].location",
        "global: | golbal: | golbal",
        "route: | rout: | .route",
        "name: hook | name: pd | receivers[3]",
      })
  void whatIsWrongIsAMistakeOfTheConfiguration(String what, String instead, String path)
      throws IOException {
    var invalid =
        (Loaded.Invalid)
            load(THEIRS.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(instead)));
    assertThat(invalid.mistakes()).extracting(Mistake::path).contains(path);
    assertThat(invalid.mistakes().getFirst().place().file()).endsWith("alertmanager.yml");
  }

  @Test
  void aFileThatIsNotThereIsSaid() throws IOException {
    Files.createDirectories(folder.resolve("am"));
    Files.writeString(folder.resolve("watchbill.yaml"), OURS);
    var invalid = (Loaded.Invalid) Configurations.load(folder.resolve("watchbill.yaml"), Map.of());
    assertThat(invalid.mistakes().getFirst().inWords()).contains("does not exist");
  }

  private Branch root(String theirs) throws IOException {
    return settings(theirs).configuration().routing().tree(PROMETHEUS).orElseThrow();
  }

  private Settings settings(String theirs) throws IOException {
    return ((Loaded.Valid) load(theirs)).settings();
  }

  private Loaded load(String theirs) throws IOException {
    Files.createDirectories(folder.resolve("am"));
    Files.writeString(folder.resolve("watchbill.yaml"), OURS);
    Files.writeString(folder.resolve("am/alertmanager.yml"), theirs);
    return Configurations.load(folder.resolve("watchbill.yaml"), Map.of());
  }

  private static String service(Branch root, String labels) {
    return root.ends(labels(labels)).getFirst().then().service().orElseThrow().handle();
  }

  private static Map<String, String> labels(String text) {
    String[] pair = text.split("=", 2);
    return new TreeMap<>(Map.of(pair[0], pair[1]));
  }
}
