package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlChangeStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.ChangeStoreContract;

class ChangesOnPostgresTest implements ChangeStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlChangeStore> implementation() {
    return SqlChangeStore.class;
  }
}
