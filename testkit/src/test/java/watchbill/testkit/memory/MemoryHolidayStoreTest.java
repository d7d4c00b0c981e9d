package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.HolidayStoreContract;

class MemoryHolidayStoreTest implements HolidayStoreContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryHolidayStore> implementation() {
    return MemoryHolidayStore.class;
  }
}
