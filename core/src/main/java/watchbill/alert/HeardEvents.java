package watchbill.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import watchbill.kernel.Port;

/// Remembers the names of events that were heard, so that a repeat is known for one.
@Port
public interface HeardEvents {
  /// How long a name is remembered after its event was first heard.
  Duration KEPT = Duration.ofDays(30);

  /// Those of these names that were heard.
  Set<EventName> heard(Collection<EventName> names);

  /// Remembers names. One that is known keeps the instant at which it was first heard.
  void add(Collection<EventName> names, Instant at);

  /// Forgets names first heard before then, the oldest first, at most `limit`.
  ///
  /// @return how many it forgot
  int forget(Instant before, int limit);
}
