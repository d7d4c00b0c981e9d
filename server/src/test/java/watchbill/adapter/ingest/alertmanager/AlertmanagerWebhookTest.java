package watchbill.adapter.ingest.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.alert.AlertReport;

class AlertmanagerWebhookTest implements DialectContract {
  private static final String ALERT =
      """
      {"status":"firing","labels":{"alertname":"DiskFull","severity":"critical","odd":"a\\"=b"},
       "annotations":{"summary":"Disk 95% full"},"startsAt":"2025-01-06T02:42:54.568Z",
       "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prom/graph","fingerprint":"85b7"}\
      """;

  @Override
  public Dialect dialect() {
    return new AlertmanagerWebhook();
  }

  @Test
  void aSenderMayChangeFromTheApiToTheWebhookWhileItFires() {
    var overWebhook = firing("{\"version\":\"4\",\"alerts\":[" + ALERT + "]}");
    String batch = "[" + ALERT + "]";
    var read = BatchReader.read(batch.getBytes(StandardCharsets.UTF_8), batch, from().id(), NOW);
    var overApi = (AlertReport.Firing) ((BatchReader.Read.Batch) read).reports().getFirst();

    assertThat(overWebhook.key()).isEqualTo(overApi.key());
    assertThat(overWebhook.deduplicationKey()).isEqualTo(overApi.deduplicationKey());
    assertThat(overWebhook.condition()).isEqualTo(overApi.condition());
    assertThat(overWebhook.startsAt()).isEqualTo(overApi.startsAt());
    assertThat(overWebhook.leaseUntil()).as("it says itself when it is over").isEmpty();
  }

  private AlertReport.Firing firing(String body) {
    var message = new Message(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    var reading = (Reading.Understood) dialect().read(message, from(), NOW);
    return (AlertReport.Firing) reading.reports().getFirst();
  }
}
