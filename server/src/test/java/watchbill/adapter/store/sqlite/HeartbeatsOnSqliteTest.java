package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlHeartbeatStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.HeartbeatStoreContract;

class HeartbeatsOnSqliteTest implements HeartbeatStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlHeartbeatStore> implementation() {
    return SqlHeartbeatStore.class;
  }
}
