package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlHeardEvents;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.HeardEventsContract;

class HeardEventsOnSqliteTest implements HeardEventsContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlHeardEvents> implementation() {
    return SqlHeardEvents.class;
  }
}
