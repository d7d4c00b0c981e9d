package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlNotificationStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.NotificationStoreContract;

class NotificationsOnSqliteTest implements NotificationStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlNotificationStore> implementation() {
    return SqlNotificationStore.class;
  }
}
