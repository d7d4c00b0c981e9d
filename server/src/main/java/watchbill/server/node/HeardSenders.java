package watchbill.server.node;

import java.util.function.Supplier;
import watchbill.adapter.ingest.Senders;
import watchbill.catalog.Catalog;
import watchbill.catalog.IntegrationId;
import watchbill.engine.Configuration;
import watchbill.server.hearing.Hearing;

/// The integrations as they are declared; whoever of them speaks is heard.
record HeardSenders(Supplier<Configuration> configuration, Hearing hearing) implements Senders {
  @Override
  public Catalog get() {
    return configuration.get().catalog();
  }

  @Override
  public void heard(IntegrationId from) {
    hearing.heard(from);
  }
}
