package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlOverrideStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.OverrideStoreContract;

class OverridesOnSqliteTest implements OverrideStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlOverrideStore> implementation() {
    return SqlOverrideStore.class;
  }
}
