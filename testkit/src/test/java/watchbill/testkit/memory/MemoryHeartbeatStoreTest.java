package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.HeartbeatStoreContract;

class MemoryHeartbeatStoreTest implements HeartbeatStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryHeartbeatStore> implementation() {
    return MemoryHeartbeatStore.class;
  }
}
