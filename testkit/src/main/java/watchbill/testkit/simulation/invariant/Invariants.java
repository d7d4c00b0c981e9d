package watchbill.testkit.simulation.invariant;

import java.util.List;
import watchbill.testkit.simulation.play.Ground;

/// All that are checked in the simulator.
public final class Invariants {
  private Invariants() {}

  /// Fresh ones for one play.
  public static List<Invariant> over(Ground ground) {
    var teams = new Teams(ground);
    var crowds = new Crowds(ground);
    var doubtful = new Doubtful();
    return List.of(
        teams,
        crowds,
        doubtful,
        new Kept(ground),
        new Reasons(ground),
        new Climbs(ground, teams, crowds),
        new Duties(ground, teams),
        new Minutes(ground, teams),
        new Mornings(ground),
        new Reaches(ground, teams, crowds, doubtful),
        new Taken(ground),
        new Once(ground),
        new Quiet(ground),
        new Legal(ground),
        new LastWord(ground),
        new Chained(ground),
        new Jumps(ground),
        new NoNews(ground),
        new ComesToRest(ground));
  }
}
