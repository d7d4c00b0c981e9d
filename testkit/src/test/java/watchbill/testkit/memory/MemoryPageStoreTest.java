package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.PageStoreContract;

class MemoryPageStoreTest implements PageStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryPageStore> implementation() {
    return MemoryPageStore.class;
  }
}
