package watchbill.adapter.ingest.grafana;

import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;

class GrafanaWebhookTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new GrafanaWebhook();
  }
}
