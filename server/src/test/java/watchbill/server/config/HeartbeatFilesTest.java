package watchbill.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Schedule;

class HeartbeatFilesTest {
  private static final String FILE =
      """
      people: { ana: { name: Ana Ruiz, notify: { now: [ push 0m ] } } }
      channels: { push: { demo: {} } }
      teams: { payments: { people: [ ana ] } }
      policies: { payments: { steps: [ { notify: [ ana ] } ], fallback: [ ana ] } }
      services: { checkout: { team: payments, policy: payments } }
      integrations: { jobs: { kind: heartbeat, service: checkout, key: "0123456789abcdef" } }
      heartbeats:
        nightly-backup:
          service: checkout
          cron: "0 3 * * mon-fri"
          zone: Europe/Madrid
          grace: 30m
          severity: critical
          note: call Cho
          key: fedcba9876543210
        sync: { service: checkout, every: 10m, integration: jobs, enabled: false }
      """;

  @TempDir Path folder;

  @Test
  void aHeartbeatIsReadAsItIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("watchbill.yaml"), FILE);
    Loaded loaded = Configurations.load(file, Map.of());
    assertThat(loaded).isInstanceOf(Loaded.Valid.class);
    List<HeartbeatPlan> plans = ((Loaded.Valid) loaded).settings().heartbeats();

    HeartbeatPlan backup = plans.getFirst();
    assertThat(backup.schedule()).isInstanceOf(Schedule.Cron.class);
    assertThat(((Schedule.Cron) backup.schedule()).zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(backup.schedule().inWords()).isEqualTo("cron 0 3 * * mon-fri in Europe/Madrid");
    assertThat(backup.grace()).isEqualTo(Duration.ofMinutes(30));
    assertThat(backup.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(backup.note()).isEqualTo("call Cho");
    assertThat(backup.keyHash()).isPresent();
    assertThat(backup.enabled()).isTrue();

    HeartbeatPlan sync = plans.getLast();
    assertThat(sync.schedule()).isEqualTo(new Schedule.Every(Duration.ofMinutes(10)));
    assertThat(sync.integration()).contains(new IntegrationId("jobs"));
    assertThat(sync.keyHash()).isEqualTo(Optional.empty());
    assertThat(sync.grace()).isEqualTo(Duration.ofMinutes(5));
    assertThat(sync.enabled()).isFalse();
  }
}
