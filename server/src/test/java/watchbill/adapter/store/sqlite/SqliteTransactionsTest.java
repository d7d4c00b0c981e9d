package watchbill.adapter.store.sqlite;

import java.io.IOException;
import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.TransactionsContract;

class SqliteTransactionsTest implements TransactionsContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public SqliteTransactions transactions() {
    return store.transactions();
  }

  @Override
  public Transactions reopened() {
    try {
      return store.afterPowerFailure();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the store can't be opened again", e);
    }
  }
}
