package watchbill.adapter.ingest.cloudevents;

import java.util.Map;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;

class CloudEventsDialectTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new CloudEventsDialect(Map.of());
  }
}
