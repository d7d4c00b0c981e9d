package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlAlertStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.AlertStoreContract;

class AlertsOnPostgresTest implements AlertStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlAlertStore> implementation() {
    return SqlAlertStore.class;
  }
}
