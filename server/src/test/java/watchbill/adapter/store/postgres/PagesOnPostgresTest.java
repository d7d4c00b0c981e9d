package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlPageStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.PageStoreContract;

class PagesOnPostgresTest implements PageStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlPageStore> implementation() {
    return SqlPageStore.class;
  }
}
