package watchbill.notification;

import java.time.Instant;
import java.util.List;
import watchbill.catalog.PersonId;
import watchbill.kernel.Port;

/// Keeps what lately left for each person.
@Port
public interface DispatchStore {
  /// Keeps one, and forgets those of its person that are not of after `before`.
  void add(Dispatch dispatch, Instant before);

  /// Those of a person after `since`, oldest first.
  List<Dispatch> after(PersonId person, Instant since);
}
