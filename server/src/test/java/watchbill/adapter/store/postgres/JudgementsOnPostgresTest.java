package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlJudgementStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.JudgementStoreContract;

class JudgementsOnPostgresTest implements JudgementStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlJudgementStore> implementation() {
    return SqlJudgementStore.class;
  }
}
