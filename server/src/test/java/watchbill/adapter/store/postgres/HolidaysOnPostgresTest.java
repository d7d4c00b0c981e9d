package watchbill.adapter.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import watchbill.adapter.store.sql.SqlHolidayStore;
import watchbill.engine.Transactions;
import watchbill.testkit.contract.HolidayStoreContract;

class HolidaysOnPostgresTest implements HolidayStoreContract {
  @RegisterExtension final EmptyStore store = new EmptyStore();

  @Override
  public Transactions transactions() {
    return store.transactions();
  }

  @Override
  public Class<SqlHolidayStore> implementation() {
    return SqlHolidayStore.class;
  }
}
