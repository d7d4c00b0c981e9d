package watchbill.server.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dikhan.pagerduty.client.events.PagerDutyEventsClient;
import com.github.dikhan.pagerduty.client.events.domain.AcknowledgeIncident;
import com.github.dikhan.pagerduty.client.events.domain.ChangeEvent;
import com.github.dikhan.pagerduty.client.events.domain.ChangeEventPayload;
import com.github.dikhan.pagerduty.client.events.domain.EventResult;
import com.github.dikhan.pagerduty.client.events.domain.Payload;
import com.github.dikhan.pagerduty.client.events.domain.ResolveIncident;
import com.github.dikhan.pagerduty.client.events.domain.Severity;
import com.github.dikhan.pagerduty.client.events.domain.TriggerIncident;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients made for PagerDuty work with a changed address and a changed key, and nothing else.
@Tag("real")
class RealPagerDutyClientsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String INTEGRATIONS =
      "integrations: { pagerduty: { kind: pagerduty, key: %s, service: checkout } }".formatted(KEY);

  @TempDir private Path folder;

  @Test
  void theJavaClientTakesAnAlertThroughItsLife() throws Exception {
    try (InProcess watchbill = InProcess.start(folder, INTEGRATIONS)) {
      PagerDutyEventsClient client =
          PagerDutyEventsClient.create(
              watchbill.url() + "/v2/enqueue", watchbill.url() + "/v2/change/enqueue", false);
      assertAccepted(client.trackChange(change()));
      assertAccepted(client.trigger(trigger()));
      assertThat(watchbill.get("/api/v1/pages?state=open"))
          .contains("Disk 95% full on db-01", "\"state\":\"firing\"");
      assertAccepted(
          client.acknowledge(
              AcknowledgeIncident.AcknowledgeIncidentBuilder.newBuilder(KEY, "disk").build()));
      assertThat(watchbill.get("/api/v1/pages?state=open")).contains("acknowledged");
      assertAccepted(
          client.resolve(ResolveIncident.ResolveIncidentBuilder.newBuilder(KEY, "disk").build()));
      assertThat(watchbill.get("/api/v1/pages?state=open")).doesNotContain("Disk");
      assertThat(watchbill.get("/api/v1/changes")).contains("Deploy v41 of checkout");
    }
  }

  @Test
  void theNodeClientTakesAnAlertThroughItsLife() throws Exception {
    try (InProcess watchbill = InProcess.start(folder, INTEGRATIONS);
        TlsFront front = TlsFront.start(watchbill.url(), folder)) {
      String said = NpmClient.run("pagerduty", front.certificate(), front.hostAndPort(), KEY);

      assertThat(said.lines().map(line -> line.replaceFirst(" \\{.*", "")))
          .containsExactly(
              "change 202", "trigger 202", "acknowledge 202", "resolve 202", "wrong 400");
      assertThat(watchbill.get("/api/v1/pages?state=resolved")).contains("Disk 95% full on db-01");
      assertThat(watchbill.get("/api/v1/changes")).contains("Deploy v41 of checkout");
    }
  }

  private static void assertAccepted(EventResult result) {
    assertThat(result.getStatus()).as(result.toString()).isEqualTo("success");
  }

  private static TriggerIncident trigger() {
    Payload payload =
        Payload.Builder.newBuilder()
            .setSummary("Disk 95% full on db-01")
            .setSource("db-01.example.test")
            .setSeverity(Severity.CRITICAL)
            .setTimestamp(OffsetDateTime.now(ZoneOffset.UTC))
            .build();
    var builder = TriggerIncident.TriggerIncidentBuilder.newBuilder(KEY, payload);
    builder.setDedupKey("disk");
    return builder.build();
  }

  private static ChangeEvent change() {
    ChangeEventPayload payload =
        ChangeEventPayload.Builder.newBuilder()
            .setSummary("Deploy v41 of checkout")
            .setSource("acme-build-pipeline")
            .setTimestamp(OffsetDateTime.now(ZoneOffset.UTC))
            .build();
    return ChangeEvent.ChangeEventBuilder.newBuilder(KEY, payload).build();
  }
}
