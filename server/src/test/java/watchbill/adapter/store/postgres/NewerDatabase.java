package watchbill.adapter.store.postgres;

import watchbill.adapter.store.sql.NewerStore;

/// A database that the next Watchbill has brought up to date.
public final class NewerDatabase {
  private NewerDatabase() {}

  /// Does that to this one, beside the nodes that use it.
  ///
  /// @param lets whether programs of today may go on
  public static void bring(PostgresAddress address, boolean lets) {
    try (Pool pool = Pool.writer(address, PostgresSettings.DEFAULTS)) {
      pool.transact(sql -> {
        NewerStore.migrations(lets).run(sql);
        return true;
      });
    }
  }
}
