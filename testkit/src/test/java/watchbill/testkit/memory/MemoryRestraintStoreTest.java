package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.RestraintStoreContract;

class MemoryRestraintStoreTest implements RestraintStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryRestraintStore> implementation() {
    return MemoryRestraintStore.class;
  }
}
