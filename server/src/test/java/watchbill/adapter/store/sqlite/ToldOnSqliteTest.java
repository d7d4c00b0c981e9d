package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlToldStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.ToldStoreContract;

class ToldOnSqliteTest implements ToldStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlToldStore> implementation() {
    return SqlToldStore.class;
  }
}
