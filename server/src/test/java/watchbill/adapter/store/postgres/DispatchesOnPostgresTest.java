package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlDispatchStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.DispatchStoreContract;

class DispatchesOnPostgresTest implements DispatchStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlDispatchStore> implementation() {
    return SqlDispatchStore.class;
  }
}
