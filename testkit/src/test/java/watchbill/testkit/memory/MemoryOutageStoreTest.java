package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.OutageStoreContract;

class MemoryOutageStoreTest implements OutageStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryOutageStore> implementation() {
    return MemoryOutageStore.class;
  }
}
