package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlDispatchStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.DispatchStoreContract;

class DispatchesOnSqliteTest implements DispatchStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlDispatchStore> implementation() {
    return SqlDispatchStore.class;
  }
}
