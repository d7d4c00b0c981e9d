package watchbill.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchbill.kernel.Port;

/// Keeps alerts, in sets: a storm must cost a few statements, not a few for each alert.
@Port
public interface AlertStore {
  /// The alert that holds each key: the open one, else one that a person resolved and whose key no
  /// newer alert has taken. Keys that nothing holds are absent.
  Map<AlertKey, KnownAlert> known(Collection<AlertKey> keys);

  /// Keeps new alerts. An open one takes its key from whatever held it; one that began and ended
  /// within the batch is kept and holds none.
  void open(List<Alert> alerts);

  /// Notes reports of alerts that are open already.
  void refresh(List<Refresh> refreshes);

  /// Puts open alerts under another page.
  void move(List<AlertId> alerts, PageId page);

  /// Resolves open alerts. Those that a person resolved hold their key until a new alert takes it.
  void resolve(List<AlertId> alerts, AlertState.Resolved how);

  /// Open alerts whose lease has run out at `now`, at most `limit`.
  List<KnownAlert> leasesRunOut(Instant now, int limit);

  /// Lengthens every lease of an open alert that would run out before `until`, to `until`.
  void holdLeases(Instant until);

  /// The open alerts a page covers, oldest first, at most `limit`.
  List<KnownAlert> openOf(PageId page, int limit);

  /// The alerts of a page, open or over, oldest first, at most `limit`.
  List<Alert> of(PageId page, int limit);

  Optional<Alert> find(AlertId id);

  /// One or more reports of one open alert, folded.
  ///
  /// @param alert as it was known before
  /// @param leaseUntil as last reported
  /// @param count how many reports, at least 1
  /// @param news the condition when its words changed
  record Refresh(
      KnownAlert alert,
      Optional<Instant> leaseUntil,
      Instant seenAt,
      long count,
      EventId lastEvent,
      Optional<Condition> news) {}
}
