package watchbill.adapter.ingest.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static watchbill.adapter.ingest.IntakeHouse.NOW;
import static watchbill.adapter.ingest.IntakeHouse.PAGERDUTY_KEY;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchbill.adapter.ingest.IntakeHouse;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Mutants;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertKey;
import watchbill.alert.AlertReport;
import watchbill.alert.Severity;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.change.ChangeReport;

class PagerDutyDialectTest {
  private static final Integration FROM =
      IntakeHouse.catalog().integration(new IntegrationId("pagerduty")).orElseThrow();
  private static final AlertKey DISK = AlertKey.of(FROM.id(), "db-01/disk");
  private static final String EVENTS = "/v2/enqueue";
  private static final String CHANGES = "/v2/change/enqueue";
  private static final String OLD = "/generic/2010-04-15/create_event.json";

  @ParameterizedTest
  @CsvSource({"pdjs, CRITICAL", "java-client, ERROR"})
  void aTriggerOfARealClientOpensItsAlert(String client, Severity severity) {
    var firing = (AlertReport.Firing) only(EVENTS, client + "-trigger.json");

    assertThat(firing.key()).isEqualTo(DISK);
    assertThat(firing.startsAt()).isEqualTo(Instant.parse("2025-01-06T02:58:00Z"));
    assertThat(firing.condition().summary()).isEqualTo("Disk 95% full on db-01");
    assertThat(firing.condition().severity()).isEqualTo(severity);
    assertThat(firing.condition().labels()).containsEntry("source", "db-01.example.test");
    assertThat(firing.condition().details())
        .containsEntry("free", "5%")
        .containsEntry("link: Runbook", "https://example.test/runbook")
        .containsEntry("image: graph", "https://img.example.test/g.png")
        .containsEntry("image link: graph", "https://example.test/")
        .containsEntry("client_url", "https://monitoring.example.test");
  }

  @ParameterizedTest
  @CsvSource({"pdjs", "java-client"})
  void itIsTakenInChargeAndEndsByItsKey(String client) {
    assertThat(only(EVENTS, client + "-acknowledge.json"))
        .isEqualTo(new AlertReport.TakenCharge(DISK));
    assertThat(only(EVENTS, client + "-resolve.json")).isEqualTo(new AlertReport.Ended(DISK));
  }

  @ParameterizedTest
  @CsvSource({
    "pdjs, acme-build-pipeline, build_number, link: Build 41, https://ci.example.test/builds/41",
    "java-client, acme, build, link: Build, https://ci.example.test/41"
  })
  void aChangeOfARealClientIsAChange(
      String client, String source, String detail, String link, String address) {
    var read = (Reading.Understood) read(CHANGES, Mutants.golden(path(client + "-change.json")));

    assertThat(read.reports()).isEmpty();
    ChangeReport change = read.changes().getFirst();
    assertThat(change.summary()).isEqualTo("Deploy v41 of checkout");
    assertThat(change.source()).isEqualTo(source);
    assertThat(change.at()).isEqualTo(Instant.parse("2025-01-06T02:56:00Z"));
    assertThat(change.details()).containsEntry(detail, "41").containsEntry(link, address);
  }

  @Test
  void anEventOfTheFirstVersionHasNoSeverityAndWakesSomebody() {
    var firing = (AlertReport.Firing) only(OLD, "v1-trigger.json");
    assertThat(firing.condition().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(firing.deduplicationKey()).isEqualTo("srv01/HTTP");
  }

  @Test
  void mutantsAreUnderstoodOrRefusedAndNeverMoreThanThat() {
    long seed = 20250106;
    var mutants = new Mutants(seed);
    Map<String, String> goldens =
        Map.of(
            "pdjs-trigger.json", EVENTS,
            "java-client-trigger.json", EVENTS,
            "pdjs-resolve.json", EVENTS,
            "pdjs-change.json", CHANGES,
            "v1-trigger.json", OLD);
    int understood = 0;
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      var golden = List.copyOf(goldens.entrySet()).get(i % goldens.size());
      byte[] body = mutants.of(Mutants.golden(path(golden.getKey())));
      try {
        switch (EventReader.read(Address.of(golden.getValue()).orElseThrow(), body)) {
          case EventReader.Read.Sound(_, var kept) -> {
            understood++;
            assertThat(kept).doesNotContain(quotedKey());
            byte[] again = kept.getBytes(StandardCharsets.UTF_8);
            assertThat(read(golden.getValue(), again)).isNotNull();
          }
          case EventReader.Read.Wrong(var wrong) -> {
            refused++;
            assertThat(wrong).isNotEmpty().allSatisfy(r -> assertThat(r.field()).isNotEmpty());
          }
        }
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed %d, message %d: %s".formatted(seed, i, new String(body, StandardCharsets.UTF_8)),
            e);
      }
    }
    assertThat(understood).isGreaterThan(1_000);
    assertThat(refused).isGreaterThan(1_000);
  }

  private static String quotedKey() {
    return '"' + PAGERDUTY_KEY + '"';
  }

  private static AlertReport only(String address, String golden) {
    var read = (Reading.Understood) read(address, Mutants.golden(path(golden)));
    assertThat(read.wrong()).isEmpty();
    assertThat(read.changes()).isEmpty();
    assertThat(read.reports()).hasSize(1);
    return read.reports().getFirst();
  }

  private static Reading read(String address, byte[] body) {
    var head = Map.of(PagerDutyDialect.ADDRESS, address, PagerDutyDialect.MADE_KEY, "made-1");
    return new PagerDutyDialect().read(new Message(head, body), FROM, NOW);
  }

  private static String path(String name) {
    return "pagerduty/" + name;
  }
}
