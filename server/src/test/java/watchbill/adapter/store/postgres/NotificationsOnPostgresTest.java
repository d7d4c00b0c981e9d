package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlNotificationStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.NotificationStoreContract;

class NotificationsOnPostgresTest implements NotificationStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlNotificationStore> implementation() {
    return SqlNotificationStore.class;
  }
}
