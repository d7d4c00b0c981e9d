package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.SilenceStoreContract;

class MemorySilenceStoreTest implements SilenceStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemorySilenceStore> implementation() {
    return MemorySilenceStore.class;
  }
}
