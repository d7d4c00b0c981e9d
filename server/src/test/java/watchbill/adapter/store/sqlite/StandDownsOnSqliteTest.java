package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlStandDownStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.StandDownStoreContract;

class StandDownsOnSqliteTest implements StandDownStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlStandDownStore> implementation() {
    return SqlStandDownStore.class;
  }
}
