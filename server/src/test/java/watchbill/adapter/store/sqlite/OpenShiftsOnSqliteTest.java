package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlOpenShiftStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.OpenShiftStoreContract;

class OpenShiftsOnSqliteTest implements OpenShiftStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlOpenShiftStore> implementation() {
    return SqlOpenShiftStore.class;
  }
}
