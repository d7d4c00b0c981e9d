package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlOutageStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.OutageStoreContract;

class OutageOnSqliteTest implements OutageStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlOutageStore> implementation() {
    return SqlOutageStore.class;
  }
}
