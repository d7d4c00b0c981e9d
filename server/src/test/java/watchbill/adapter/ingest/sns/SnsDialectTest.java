package watchbill.adapter.ingest.sns;

import java.util.Map;
import java.util.Set;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;
import watchbill.catalog.IntegrationId;

/// What a message says once it is known to be Amazon's.
class SnsDialectTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new SnsDialect(Map.of(new IntegrationId("way-in"), Set.of(Amazon.TOPIC)), Set.of());
  }
}
