package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlFeedStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.FeedStoreContract;

class FeedsOnPostgresTest implements FeedStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlFeedStore> implementation() {
    return SqlFeedStore.class;
  }
}
