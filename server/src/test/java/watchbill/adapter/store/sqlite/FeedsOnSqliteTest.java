package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlFeedStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.FeedStoreContract;

class FeedsOnSqliteTest implements FeedStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlFeedStore> implementation() {
    return SqlFeedStore.class;
  }
}
