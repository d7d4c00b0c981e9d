package watchbill.alert;

import java.util.List;
import java.util.Optional;
import watchbill.kernel.Port;

/// Keeps every message as it was received.
@Port
public interface EventStore {
  void add(List<Event> events);

  Optional<Event> find(EventId id);
}
