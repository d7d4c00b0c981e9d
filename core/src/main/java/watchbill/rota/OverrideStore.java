package watchbill.rota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchbill.kernel.Port;
import watchbill.time.Span;

/// Keeps overrides: they are made by people in a hurry, not declared in files.
@Port
public interface OverrideStore {
  void add(RotaOverride override);

  /// The override with this id, unless it was withdrawn.
  Optional<RotaOverride> find(String id);

  /// It does not count any more, as if it had never been made, but stays known. One that is
  /// withdrawn stays as it is.
  void withdraw(String id, String by, Instant at);

  /// It ends at another instant, which is after its start.
  void end(String id, Instant until);

  /// Overrides of any rota that count and touch the span, oldest first.
  List<RotaOverride> touching(Span span);

  /// Overrides of any rota in force at the instant, oldest first.
  List<RotaOverride> inForce(Instant at);
}
