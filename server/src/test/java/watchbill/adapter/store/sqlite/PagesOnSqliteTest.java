package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlPageStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.PageStoreContract;

class PagesOnSqliteTest implements PageStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlPageStore> implementation() {
    return SqlPageStore.class;
  }
}
