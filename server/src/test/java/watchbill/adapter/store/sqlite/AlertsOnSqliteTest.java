package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlAlertStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.AlertStoreContract;

class AlertsOnSqliteTest implements AlertStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlAlertStore> implementation() {
    return SqlAlertStore.class;
  }
}
