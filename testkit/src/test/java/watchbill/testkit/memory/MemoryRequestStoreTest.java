package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.RequestStoreContract;

class MemoryRequestStoreTest implements RequestStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryRequestStore> implementation() {
    return MemoryRequestStore.class;
  }
}
