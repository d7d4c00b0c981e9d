package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.OverrideStoreContract;

class MemoryOverrideStoreTest implements OverrideStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryOverrideStore> implementation() {
    return MemoryOverrideStore.class;
  }
}
