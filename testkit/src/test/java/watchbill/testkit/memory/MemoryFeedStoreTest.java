package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.FeedStoreContract;

class MemoryFeedStoreTest implements FeedStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryFeedStore> implementation() {
    return MemoryFeedStore.class;
  }
}
