package watchbill.engine;

import java.util.List;
import watchbill.escalation.Roster;
import watchbill.time.Span;

/// Puts together who can be woken, from the configuration and what people entered beside it.
public final class Rosters {
  private Rosters() {}

  /// Right for every instant in `window`.
  public static Roster read(Configuration configuration, Stores stores, Span window) {
    return configuration.roster(List.of(), stores.overrides().touching(window), List.of());
  }
}
