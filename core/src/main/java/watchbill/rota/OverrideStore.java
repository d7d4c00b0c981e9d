package watchbill.rota;

import java.time.Instant;
import java.util.List;
import watchbill.kernel.Port;
import watchbill.time.Span;

/// Keeps overrides: they are made by people in a hurry, not declared in files.
@Port
public interface OverrideStore {
  void add(RotaOverride override);

  /// Overrides of any rota that touch the span, oldest first.
  List<RotaOverride> touching(Span span);

  /// Overrides of any rota in force at the instant, oldest first.
  List<RotaOverride> inForce(Instant at);
}
