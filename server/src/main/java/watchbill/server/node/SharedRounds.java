package watchbill.server.node;

import java.time.Duration;
import watchbill.adapter.store.sql.OpenStore;
import watchbill.adapter.store.sql.Round;
import watchbill.server.hourly.RoundClaims;
import watchbill.time.TimeSource;

/// Who makes a round, by the store that the nodes share.
///
/// @param node a name of this node that no other has
record SharedRounds(OpenStore store, String node, TimeSource time) implements RoundClaims {
  /// Longer than a round takes; after it, whoever had the round counts as gone.
  private static final Duration LEASE = Duration.ofMinutes(15);

  @Override
  public boolean take(String round, Duration restsFor) {
    return store.takeRound(new Round(round, node, LEASE, restsFor), time.now());
  }

  @Override
  public void end(String round) {
    store.endRound(new Round(round, node, LEASE, Duration.ZERO), time.now());
  }
}
