package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlPublicationStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.PublicationStoreContract;

class PublicationsOnPostgresTest implements PublicationStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlPublicationStore> implementation() {
    return SqlPublicationStore.class;
  }
}
