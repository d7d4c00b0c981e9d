package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlSilenceStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.SilenceStoreContract;

class SilencesOnPostgresTest implements SilenceStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlSilenceStore> implementation() {
    return SqlSilenceStore.class;
  }
}
