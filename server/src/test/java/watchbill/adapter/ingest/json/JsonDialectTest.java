package watchbill.adapter.ingest.json;

import java.util.Map;
import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;

/// JSON without a mapping, and what GoAlert's generic clients send.
class JsonDialectTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new JsonDialect(Map.of());
  }
}
