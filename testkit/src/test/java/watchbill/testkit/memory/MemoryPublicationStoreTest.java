package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.PublicationStoreContract;

class MemoryPublicationStoreTest implements PublicationStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryPublicationStore> implementation() {
    return MemoryPublicationStore.class;
  }
}
