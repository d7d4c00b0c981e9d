package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlJudgementStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.JudgementStoreContract;

class JudgementsOnSqliteTest implements JudgementStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlJudgementStore> implementation() {
    return SqlJudgementStore.class;
  }
}
