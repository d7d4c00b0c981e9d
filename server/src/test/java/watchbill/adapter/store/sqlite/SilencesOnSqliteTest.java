package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlSilenceStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.SilenceStoreContract;

class SilencesOnSqliteTest implements SilenceStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlSilenceStore> implementation() {
    return SqlSilenceStore.class;
  }
}
