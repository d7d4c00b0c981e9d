package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.ToldStoreContract;

class MemoryToldStoreTest implements ToldStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryToldStore> implementation() {
    return MemoryToldStore.class;
  }
}
