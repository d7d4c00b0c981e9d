package watchbill.testkit.simulation.play;

import java.time.Instant;
import watchbill.engine.Stores;
import watchbill.testkit.simulation.plan.House;

/// A bug that somebody planted, to see whether an invariant finds it.
public interface Defect {
  /// No bug.
  Defect NONE = new Defect() {};

  /// What a node's engine sees of its stores.
  ///
  /// @param now what the node's clock shows
  default Stores stores(Stores real, Instant now) {
    return real;
  }

  /// What a node is told of the house.
  default House house(House real) {
    return real;
  }

  /// Whether a node carries messages with this flaw.
  default boolean has(Flaw flaw) {
    return false;
  }

  /// How a node may fail around the engine.
  enum Flaw {
    /// A sender is told that its message is kept, whether or not it was committed.
    ANSWERS_BEFORE_THE_COMMIT,
    /// A message is sent first, and marked as handed over after it.
    SENDS_BEFORE_IT_IS_MARKED,
    /// It is kept as accepted before it is sent.
    SETTLES_BEFORE_IT_SENDS,
    /// A worker that stood still sends what another may be sending by now.
    SENDS_AFTER_A_PAUSE,
    /// No answer is taken for a yes.
    SILENCE_IS_A_YES,
    /// "Later" is taken for a yes.
    LATER_IS_A_YES,
    /// What a provider said is never kept.
    FORGETS_THE_OUTCOME,
    /// The first fault of the store ends the loop that moves pages on.
    TICKER_DIES_OF_A_FAULT,
    /// The first fault of the store ends the loop that empties the outbox.
    OUTBOX_DIES_OF_A_FAULT,
    /// Nothing looks for pages that should have moved on.
    DOES_NOT_INSPECT,
    /// After a while of deafness nobody says so.
    DOES_NOT_RESUME,
    /// The clock is read in local time.
    READS_LOCAL_TIME
  }
}
