package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.JudgementStoreContract;

class MemoryJudgementStoreTest implements JudgementStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryJudgementStore> implementation() {
    return MemoryJudgementStore.class;
  }
}
