package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlRestraintStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.RestraintStoreContract;

class RestraintsOnPostgresTest implements RestraintStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlRestraintStore> implementation() {
    return SqlRestraintStore.class;
  }
}
