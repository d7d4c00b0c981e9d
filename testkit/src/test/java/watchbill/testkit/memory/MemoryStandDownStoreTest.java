package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.StandDownStoreContract;

class MemoryStandDownStoreTest implements StandDownStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryStandDownStore> implementation() {
    return MemoryStandDownStore.class;
  }
}
