package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlLedgerStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.LedgerStoreContract;

class LedgerOnPostgresTest implements LedgerStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlLedgerStore> implementation() {
    return SqlLedgerStore.class;
  }
}
