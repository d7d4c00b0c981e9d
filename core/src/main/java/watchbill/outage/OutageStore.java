package watchbill.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.kernel.Port;

/// Keeps what Watchbill missed.
@Port
public interface OutageStore {
  /// Keeps an outage; one that ended at the same instant takes its place.
  void add(Outage outage);

  /// Those that ended after `since`, the one that ended last in front, at most `limit`.
  List<Outage> endedAfter(Instant since, int limit);

  /// Marks the store as put back from a copy; an earlier mark is gone.
  void mark(Restored restored);

  /// The mark; empty when there is none.
  Optional<Restored> marked();

  /// Takes the mark off.
  void unmark();
}
