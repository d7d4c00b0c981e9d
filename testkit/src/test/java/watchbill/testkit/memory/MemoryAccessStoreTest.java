package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.AccessStoreContract;

class MemoryAccessStoreTest implements AccessStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryAccessStore> implementation() {
    return MemoryAccessStore.class;
  }
}
