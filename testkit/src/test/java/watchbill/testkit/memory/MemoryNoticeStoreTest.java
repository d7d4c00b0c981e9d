package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.NoticeStoreContract;

class MemoryNoticeStoreTest implements NoticeStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryNoticeStore> implementation() {
    return MemoryNoticeStore.class;
  }
}
