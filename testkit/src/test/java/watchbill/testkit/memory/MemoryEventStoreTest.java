package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.EventStoreContract;

class MemoryEventStoreTest implements EventStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryEventStore> implementation() {
    return MemoryEventStore.class;
  }
}
