package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlOutageStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.OutageStoreContract;

class OutageOnPostgresTest implements OutageStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlOutageStore> implementation() {
    return SqlOutageStore.class;
  }
}
