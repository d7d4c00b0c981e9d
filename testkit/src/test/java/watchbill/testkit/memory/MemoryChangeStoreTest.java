package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.ChangeStoreContract;

class MemoryChangeStoreTest implements ChangeStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryChangeStore> implementation() {
    return MemoryChangeStore.class;
  }
}
