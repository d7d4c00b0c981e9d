package watchbill.adapter.ingest.zabbix;

import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;

class ZabbixWebhookTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new ZabbixWebhook();
  }
}
