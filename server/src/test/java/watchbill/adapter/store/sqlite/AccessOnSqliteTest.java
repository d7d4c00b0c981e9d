package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlAccessStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.AccessStoreContract;

class AccessOnSqliteTest implements AccessStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlAccessStore> implementation() {
    return SqlAccessStore.class;
  }
}
