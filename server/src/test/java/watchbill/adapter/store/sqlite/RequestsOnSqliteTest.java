package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlRequestStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.RequestStoreContract;

class RequestsOnSqliteTest implements RequestStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlRequestStore> implementation() {
    return SqlRequestStore.class;
  }
}
