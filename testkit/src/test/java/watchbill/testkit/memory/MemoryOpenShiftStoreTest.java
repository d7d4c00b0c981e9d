package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.OpenShiftStoreContract;

class MemoryOpenShiftStoreTest implements OpenShiftStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryOpenShiftStore> implementation() {
    return MemoryOpenShiftStore.class;
  }
}
