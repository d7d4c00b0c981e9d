package watchbill.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.kernel.Port;

/// Keeps every message as it was received.
@Port
public interface EventStore {
  void add(List<Event> events);

  Optional<Event> find(EventId id);

  /// The newest messages, newest first, at most `limit`.
  ///
  /// @param of only those of this integration
  /// @param before only those older than this one
  List<Event> newest(Optional<IntegrationId> of, Optional<EventId> before, int limit);

  /// Lets go of messages received before then, the oldest first.
  ///
  /// @param limit how many are looked at, which bounds what it costs
  /// @return how many it let go of
  int forget(Instant receivedBefore, int limit);
}
