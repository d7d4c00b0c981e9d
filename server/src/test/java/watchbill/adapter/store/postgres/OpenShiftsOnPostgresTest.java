package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlOpenShiftStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.OpenShiftStoreContract;

class OpenShiftsOnPostgresTest implements OpenShiftStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlOpenShiftStore> implementation() {
    return SqlOpenShiftStore.class;
  }
}
