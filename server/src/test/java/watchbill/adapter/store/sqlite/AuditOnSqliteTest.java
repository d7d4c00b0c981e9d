package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlAuditStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.AuditStoreContract;

class AuditOnSqliteTest implements AuditStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlAuditStore> implementation() {
    return SqlAuditStore.class;
  }
}
