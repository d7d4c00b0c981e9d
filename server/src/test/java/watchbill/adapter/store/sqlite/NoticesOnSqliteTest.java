package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlNoticeStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.NoticeStoreContract;

class NoticesOnSqliteTest implements NoticeStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlNoticeStore> implementation() {
    return SqlNoticeStore.class;
  }
}
