package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlLedgerStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.LedgerStoreContract;

class LedgerOnSqliteTest implements LedgerStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlLedgerStore> implementation() {
    return SqlLedgerStore.class;
  }
}
