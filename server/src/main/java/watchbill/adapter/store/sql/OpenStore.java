package watchbill.adapter.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import watchbill.engine.Transactions;

/// A store that is open, in whatever database.
public interface OpenStore extends Transactions, AutoCloseable {
  /// Whether no other program can have it open at the same time.
  boolean isOurs();

  /// Whether its disk is full: it can hold what the pages there are need, and nothing else.
  boolean isFull();

  /// Takes a round for a node, unless another has it, or it was made a short while ago.
  boolean takeRound(Round round, Instant now);

  /// The node has made it.
  void endRound(Round round, Instant now);

  /// How far the clock of this machine is ahead of the store's own; negative where it is behind.
  /// Empty for a store that has none.
  Optional<Duration> clockAhead(Instant now);

  /// Waits for what is being written, then lets the store go.
  @Override
  void close();
}
