package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlHeartbeatStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.HeartbeatStoreContract;

class HeartbeatsOnPostgresTest implements HeartbeatStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlHeartbeatStore> implementation() {
    return SqlHeartbeatStore.class;
  }
}
