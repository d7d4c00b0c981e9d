package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlAccessStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.AccessStoreContract;

class AccessOnPostgresTest implements AccessStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlAccessStore> implementation() {
    return SqlAccessStore.class;
  }
}
