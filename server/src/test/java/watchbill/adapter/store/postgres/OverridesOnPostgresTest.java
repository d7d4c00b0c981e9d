package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlOverrideStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.OverrideStoreContract;

class OverridesOnPostgresTest implements OverrideStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlOverrideStore> implementation() {
    return SqlOverrideStore.class;
  }
}
