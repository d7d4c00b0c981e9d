package watchbill.adapter.store.sql;

import java.time.Instant;
import watchbill.engine.Transactions;

/// A store that is open, in whatever database.
public interface OpenStore extends Transactions, AutoCloseable {
  /// Takes a round for a node, unless another has it, or it was made a short while ago.
  boolean takeRound(Round round, Instant now);

  /// The node has made it.
  void endRound(Round round, Instant now);

  /// Waits for what is being written, then lets the store go.
  @Override
  void close();
}
