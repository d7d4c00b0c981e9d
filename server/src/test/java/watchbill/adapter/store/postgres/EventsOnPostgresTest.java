package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlEventStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.EventStoreContract;

class EventsOnPostgresTest implements EventStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlEventStore> implementation() {
    return SqlEventStore.class;
  }
}
