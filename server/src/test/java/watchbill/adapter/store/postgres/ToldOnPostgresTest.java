package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlToldStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.ToldStoreContract;

class ToldOnPostgresTest implements ToldStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlToldStore> implementation() {
    return SqlToldStore.class;
  }
}
