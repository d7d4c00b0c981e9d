package watchbill.adapter.store.sqlite;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlHolidayStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.HolidayStoreContract;

class HolidaysOnSqliteTest implements HolidayStoreContract {
  @RegisterExtension final TemporaryStore store = new TemporaryStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlHolidayStore> implementation() {
    return SqlHolidayStore.class;
  }
}
