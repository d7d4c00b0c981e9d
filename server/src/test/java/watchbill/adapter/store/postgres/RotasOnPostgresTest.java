package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlRotaStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.RotaStoreContract;

class RotasOnPostgresTest implements RotaStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlRotaStore> implementation() {
    return SqlRotaStore.class;
  }
}
