package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.DispatchStoreContract;

class MemoryDispatchStoreTest implements DispatchStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryDispatchStore> implementation() {
    return MemoryDispatchStore.class;
  }
}
