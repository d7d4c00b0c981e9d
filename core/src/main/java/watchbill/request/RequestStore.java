package watchbill.request;

import java.time.Instant;
import java.util.Optional;
import watchbill.alert.EventId;
import watchbill.kernel.Port;

/// Keeps what became of requests, for a while.
@Port
public interface RequestStore {
  void keep(RequestOutcome outcome);

  Optional<RequestOutcome> find(EventId event);

  /// Forgets what was decided before `since`, the oldest first, at most `limit`.
  void forget(Instant since, int limit);
}
