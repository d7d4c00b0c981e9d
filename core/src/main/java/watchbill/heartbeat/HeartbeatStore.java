package watchbill.heartbeat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Port;

/// Keeps heartbeats and the last pings of each.
@Port
public interface HeartbeatStore {
  /// How many pings of each heartbeat are kept.
  int PINGS_MAX = 100;

  /// Keeps it as it is now, new or known.
  void save(Heartbeat heartbeat);

  /// Of a retired one too.
  Optional<Heartbeat> find(HeartbeatId id);

  /// The one that has a key of its own with this hash, unless it is retired.
  Optional<Heartbeat> byKeyHash(String keyHash);

  /// All, by id, the retired ones too; at most `limit`.
  List<Heartbeat> all(int limit);

  /// Those of one integration that are not retired, by id; at most `limit`.
  List<Heartbeat> of(IntegrationId integration, int limit);

  /// Those to be looked at by `now`, the most overdue first; at most `limit`.
  List<Heartbeat> due(Instant now, int limit);

  /// Keeps a ping; of each heartbeat the last [#PINGS_MAX] stay.
  void add(KeptPing ping);

  /// The last pings, the newest first; at most `limit`.
  List<KeptPing> pings(HeartbeatId id, int limit);

  /// When Watchbill last knew that it could hear; empty before the first time.
  Optional<Instant> heardUntil();

  /// It could hear until then.
  void heardUntil(Instant at);
}
