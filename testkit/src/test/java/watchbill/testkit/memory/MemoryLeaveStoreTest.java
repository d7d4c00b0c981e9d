package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.LeaveStoreContract;

class MemoryLeaveStoreTest implements LeaveStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryLeaveStore> implementation() {
    return MemoryLeaveStore.class;
  }
}
