package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.AuditStoreContract;

class MemoryAuditStoreTest implements AuditStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryAuditStore> implementation() {
    return MemoryAuditStore.class;
  }
}
