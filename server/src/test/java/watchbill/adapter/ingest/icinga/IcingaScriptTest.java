package watchbill.adapter.ingest.icinga;

import watchbill.adapter.ingest.Dialect;
import watchbill.adapter.ingest.DialectContract;

class IcingaScriptTest implements DialectContract {
  @Override
  public Dialect dialect() {
    return new IcingaScript();
  }
}
