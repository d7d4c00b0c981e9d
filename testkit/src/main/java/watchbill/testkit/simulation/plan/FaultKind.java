package watchbill.testkit.simulation.plan;

import java.util.Locale;

/// What can go wrong around the engine. What a disk does to a file that is being written is not
/// here: that takes a real process.
public enum FaultKind {
  /// A node dies before or after a call of a port, and starts again.
  CRASH,
  /// A node stands still, be it for longer than a lease, and goes on as if nothing had been.
  FREEZE,
  /// Nobody can read or write the store.
  STORE_DOWN,
  /// Whether a commit took place is not said; half of them did.
  COMMIT_UNKNOWN,
  /// Transactions are undone at their end, as those of others went first.
  SERIALIZATION,
  /// What one node asks of the store does not get there.
  CUT_OFF,
  /// What one node asks of the store is done, and the answer gets lost.
  ANSWERS_LOST,
  /// What one node sends to providers does not get there.
  NO_WAY_OUT,
  /// Nothing listens at the provider.
  PROVIDER_DOWN,
  /// The provider takes nearly as long as it may.
  PROVIDER_SLOW,
  /// The provider asks to be tried later.
  PROVIDER_BUSY,
  /// The phone rings, and the provider never answers.
  PROVIDER_SILENT,
  /// The provider says that it delivered, and did not.
  PROVIDER_LIES,
  /// The provider will never take it.
  PROVIDER_REFUSES,
  /// The clocks of all nodes were behind and are put right, by up to a day.
  CLOCK_AHEAD,
  /// A node's clock runs too fast or too slow.
  CLOCK_DRIFT,
  /// The loop that moves pages on hangs; the inspection does not.
  TICKER_HANGS,
  /// Somebody edits the files, and one node after the other starts with them.
  EDIT;

  /// `commit unknown`.
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Whether it changes what one node sees, and leaves the others alone.
  public boolean ofOneNode() {
    return switch (this) {
      case CRASH, FREEZE, CUT_OFF, ANSWERS_LOST, NO_WAY_OUT, CLOCK_DRIFT -> true;
      case STORE_DOWN,
          COMMIT_UNKNOWN,
          SERIALIZATION,
          PROVIDER_DOWN,
          PROVIDER_SLOW,
          PROVIDER_BUSY,
          PROVIDER_SILENT,
          PROVIDER_LIES,
          PROVIDER_REFUSES,
          CLOCK_AHEAD,
          TICKER_HANGS,
          EDIT ->
          false;
    };
  }
}
