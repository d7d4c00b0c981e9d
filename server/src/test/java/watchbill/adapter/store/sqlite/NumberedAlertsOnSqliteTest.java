package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlNumberedAlerts;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.NumberedAlertsContract;

class NumberedAlertsOnSqliteTest implements NumberedAlertsContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlNumberedAlerts> implementation() {
    return SqlNumberedAlerts.class;
  }
}
