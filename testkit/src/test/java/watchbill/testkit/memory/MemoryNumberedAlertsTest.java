package watchbill.testkit.memory;

import watchbill.engine.Transactions;
import watchbill.testkit.contract.NumberedAlertsContract;

class MemoryNumberedAlertsTest implements NumberedAlertsContract {
  private final Transactions transactions = new MemoryTransactions();

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public Class<MemoryNumberedAlerts> implementation() {
    return MemoryNumberedAlerts.class;
  }
}
