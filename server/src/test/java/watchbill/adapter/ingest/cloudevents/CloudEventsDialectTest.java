package watchbill.adapter.ingest.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;
import watchbill.adapter.ingest.Message;
import watchbill.adapter.ingest.Reading;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

class CloudEventsDialectTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new CloudEventsDialect(Map.of());
  }

  @Test
  void sourceAndIdNameTheEventOfWhatItSays() {
    String body =
        """
        [{"specversion":"1.0","id":"1","source":"/b","type":"a.alert.firing",
         "data":{"summary":"s"}},
        {"specversion":"1.0","id":"2","source":"/b","type":"x.alert.resolved","data":{"key":"k"}}]\
        """;
    var message = new Message(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    var from =
        new Integration(new IntegrationId("b"), dialect().kind(), "", new ServiceId("checkout"));
    var read = (Reading.Understood) dialect().read(message, from, Instant.EPOCH);
    assertThat(read.reports())
        .extracting(report -> report.eventName().orElse(""))
        .containsExactly("/b 1", "/b 2");
  }
}
