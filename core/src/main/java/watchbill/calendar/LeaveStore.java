package watchbill.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.catalog.PersonId;
import watchbill.kernel.Port;
import watchbill.time.Span;

/// Keeps who is away when. Nothing is ever erased: what somebody was paid for rests on it.
@Port
public interface LeaveStore {
  void add(Leave leave);

  /// The leave with this id, in force or withdrawn.
  Optional<KeptLeave> find(String id);

  /// It does not count any more, but stays known. One that is withdrawn stays as it is.
  void withdraw(String id, String by, Instant at);

  /// It ends at another instant, which is after its start.
  void end(String id, Instant until);

  /// Leave in force, of anybody, that touches the span; the earliest start first.
  List<Leave> touching(Span span);

  /// Leave in force of one person that ends after an instant; the earliest start first.
  List<Leave> of(PersonId person, Instant endsAfter);
}
