package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlChangeStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.ChangeStoreContract;

class ChangesOnSqliteTest implements ChangeStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlChangeStore> implementation() {
    return SqlChangeStore.class;
  }
}
