package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlHeardEvents;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.HeardEventsContract;

class HeardEventsOnPostgresTest implements HeardEventsContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlHeardEvents> implementation() {
    return SqlHeardEvents.class;
  }
}
