package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.AlertStoreContract;

class MemoryAlertStoreTest implements AlertStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryAlertStore> implementation() {
    return MemoryAlertStore.class;
  }
}
