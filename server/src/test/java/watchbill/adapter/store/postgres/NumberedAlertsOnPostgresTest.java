package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlNumberedAlerts;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.NumberedAlertsContract;

class NumberedAlertsOnPostgresTest implements NumberedAlertsContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlNumberedAlerts> implementation() {
    return SqlNumberedAlerts.class;
  }
}
