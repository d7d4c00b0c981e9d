package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlEventStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.EventStoreContract;

class EventsOnSqliteTest implements EventStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlEventStore> implementation() {
    return SqlEventStore.class;
  }
}
