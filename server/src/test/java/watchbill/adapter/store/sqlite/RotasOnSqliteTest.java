package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlRotaStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.RotaStoreContract;

class RotasOnSqliteTest implements RotaStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlRotaStore> implementation() {
    return SqlRotaStore.class;
  }
}
