package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlAuditStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.AuditStoreContract;

class AuditOnPostgresTest implements AuditStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlAuditStore> implementation() {
    return SqlAuditStore.class;
  }
}
