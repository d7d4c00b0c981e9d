package watchbill.adapter.store.postgres;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.TransactionsContract;

class PostgresTransactionsTest implements TransactionsContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();
  private @Nullable PostgresTransactions again;

  @Override
  public PostgresTransactions transactions() {
    return store.transactions();
  }

  /// Another node: what the first one keeps in memory is of no help to it.
  @Override
  public Transactions reopened() {
    again = PostgresTransactions.open(store.address());
    return again;
  }

  @AfterEach
  void close() {
    if (again != null) {
      again.close();
    }
  }
}
