package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.HeardEventsContract;

class MemoryHeardEventsTest implements HeardEventsContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryHeardEvents> implementation() {
    return MemoryHeardEvents.class;
  }
}
