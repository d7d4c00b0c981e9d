package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlLeaveStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.LeaveStoreContract;

class LeavesOnSqliteTest implements LeaveStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlLeaveStore> implementation() {
    return SqlLeaveStore.class;
  }
}
