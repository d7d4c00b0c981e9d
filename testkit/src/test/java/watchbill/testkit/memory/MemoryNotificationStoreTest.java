package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.NotificationStoreContract;

class MemoryNotificationStoreTest implements NotificationStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryNotificationStore> implementation() {
    return MemoryNotificationStore.class;
  }
}
