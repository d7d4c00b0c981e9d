package watchbill.adapter.ingest.kuma;

import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;

class UptimeKumaWebhookTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new UptimeKumaWebhook();
  }
}
