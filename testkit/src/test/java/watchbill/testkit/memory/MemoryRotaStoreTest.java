package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.RotaStoreContract;

class MemoryRotaStoreTest implements RotaStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryRotaStore> implementation() {
    return MemoryRotaStore.class;
  }
}
