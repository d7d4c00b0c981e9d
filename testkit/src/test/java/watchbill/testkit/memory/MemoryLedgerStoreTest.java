package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.LedgerStoreContract;

class MemoryLedgerStoreTest implements LedgerStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryLedgerStore> implementation() {
    return MemoryLedgerStore.class;
  }
}
