package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlSwapStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.SwapStoreContract;

class SwapsOnPostgresTest implements SwapStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlSwapStore> implementation() {
    return SqlSwapStore.class;
  }
}
