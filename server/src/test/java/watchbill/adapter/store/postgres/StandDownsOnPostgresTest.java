package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlStandDownStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.StandDownStoreContract;

class StandDownsOnPostgresTest implements StandDownStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlStandDownStore> implementation() {
    return SqlStandDownStore.class;
  }
}
