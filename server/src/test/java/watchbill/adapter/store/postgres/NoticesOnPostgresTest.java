package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlNoticeStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.NoticeStoreContract;

class NoticesOnPostgresTest implements NoticeStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlNoticeStore> implementation() {
    return SqlNoticeStore.class;
  }
}
