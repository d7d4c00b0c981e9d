package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlRequestStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.RequestStoreContract;

class RequestsOnPostgresTest implements RequestStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlRequestStore> implementation() {
    return SqlRequestStore.class;
  }
}
