package watchbill.testkit.simulation.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// All that will come from outside in one simulated stretch of time.
///
/// @param seed from which all of it was drawn
/// @param nodes 1 to 3, on one store
public record Scenario(
    long seed,
    Instant start,
    Duration span,
    int nodes,
    House house,
    List<Trouble> troubles,
    List<Fault> faults) {
  private static final double DAYS_OF_YEAR = 365.25;

  public Scenario {
    troubles = List.copyOf(troubles);
    faults = List.copyOf(faults);
  }

  public Instant end() {
    return start.plus(span);
  }

  /// Years of all teams together.
  public double teamYears() {
    return house.teams().size() * (span.toHours() / 24.0) / DAYS_OF_YEAR;
  }

  /// Ends earlier: what would come later does not come.
  public Scenario until(Instant earlier) {
    return new Scenario(
        seed,
        start,
        Duration.between(start, earlier),
        nodes,
        house,
        troubles.stream().filter(t -> t.at().isBefore(earlier)).toList(),
        faults.stream().filter(f -> f.at().isBefore(earlier)).toList());
  }

  public Scenario withTroubles(List<Trouble> others) {
    return new Scenario(seed, start, span, nodes, house, others, faults);
  }

  public Scenario withFaults(List<Fault> others) {
    return new Scenario(seed, start, span, nodes, house, troubles, others);
  }

  public Scenario withNodes(int count) {
    return new Scenario(seed, start, span, count, house, troubles, faults);
  }
}
