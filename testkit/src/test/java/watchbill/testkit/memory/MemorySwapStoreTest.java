package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.SwapStoreContract;

class MemorySwapStoreTest implements SwapStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemorySwapStore> implementation() {
    return MemorySwapStore.class;
  }
}
