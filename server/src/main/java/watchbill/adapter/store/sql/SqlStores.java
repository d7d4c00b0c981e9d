package watchbill.adapter.store.sql;

import java.util.Optional;
import watchbill.engine.Stores;

/// All stores over one connection.
public final class SqlStores {
  private SqlStores() {}

  /// The stores that see what `sql` sees.
  ///
  /// @param snapshots shared by all connections to one database
  public static Stores over(Sql sql, Snapshots snapshots) {
    return over(sql, snapshots, Optional.empty());
  }

  /// The same, where alerts are found by their key in memory.
  public static Stores over(Sql sql, Snapshots snapshots, Optional<HeldKeys> heldKeys) {
    return new Stores(
        new SqlEventStore(sql),
        new SqlChangeStore(sql),
        new SqlAlertStore(sql, heldKeys),
        new SqlPageStore(sql, snapshots),
        new SqlNotificationStore(sql),
        new SqlNoticeStore(sql),
        new SqlOverrideStore(sql),
        new SqlRotaStore(sql, snapshots),
        new SqlSwapStore(sql),
        new SqlOpenShiftStore(sql),
        new SqlStandDownStore(sql),
        new SqlToldStore(sql),
        new SqlAuditStore(sql),
        new SqlAccessStore(sql),
        new SqlLeaveStore(sql),
        new SqlHolidayStore(sql),
        new SqlFeedStore(sql),
        new SqlPublicationStore(sql),
        new SqlLedgerStore(sql),
        new SqlSilenceStore(sql),
        new SqlRestraintStore(sql),
        new SqlHeartbeatStore(sql),
        new SqlRequestStore(sql),
        new SqlNumberedAlerts(sql),
        new SqlJudgementStore(sql),
        new SqlHeardEvents(sql),
        new SqlOutageStore(sql),
        new SqlDispatchStore(sql));
  }
}
