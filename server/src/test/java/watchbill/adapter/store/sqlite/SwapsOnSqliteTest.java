package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlSwapStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.SwapStoreContract;

class SwapsOnSqliteTest implements SwapStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlSwapStore> implementation() {
    return SqlSwapStore.class;
  }
}
