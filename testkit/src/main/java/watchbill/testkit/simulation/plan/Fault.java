package watchbill.testkit.simulation.plan;

import java.time.Duration;
import java.time.Instant;

/// One thing that will go wrong.
///
/// @param number its place in the plan
/// @param node which node it strikes, counted round; of no meaning where it strikes all
/// @param seed of whatever else is drawn for it
public record Fault(int number, FaultKind kind, Instant at, Duration lasts, int node, long seed) {
  /// `freeze of node 1 for PT40S`.
  public String words() {
    String where = kind.ofOneNode() ? " of node " + node : "";
    return kind.words() + where + " for " + lasts;
  }
}
