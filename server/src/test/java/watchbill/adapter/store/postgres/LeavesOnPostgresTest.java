package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlLeaveStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.LeaveStoreContract;

class LeavesOnPostgresTest implements LeaveStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlLeaveStore> implementation() {
    return SqlLeaveStore.class;
  }
}
