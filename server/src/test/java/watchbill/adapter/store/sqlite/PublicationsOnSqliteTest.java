package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlPublicationStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.PublicationStoreContract;

class PublicationsOnSqliteTest implements PublicationStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlPublicationStore> implementation() {
    return SqlPublicationStore.class;
  }
}
