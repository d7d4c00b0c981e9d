package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlRestraintStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.RestraintStoreContract;

class RestraintsOnSqliteTest implements RestraintStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlRestraintStore> implementation() {
    return SqlRestraintStore.class;
  }
}
