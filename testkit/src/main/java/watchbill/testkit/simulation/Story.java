package watchbill.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import watchbill.testkit.simulation.Simulation.Played;
import watchbill.testkit.simulation.plan.Fault;
import watchbill.testkit.simulation.plan.Scenario;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.testkit.simulation.plan.Trouble;
import watchbill.testkit.simulation.play.Stage;

/// Tells a failure so that one can follow it: what did not hold, what it takes, what happened.
public final class Story {
  /// The end of it is what matters.
  private static final int LINES_MAX = 150;

  private final Simulation simulation;

  public Story(Simulation simulation) {
    this.simulation = simulation;
  }

  /// The story of the smallest play that fails in the same way.
  public String of(Played failure) {
    return ofAsItIs(Shrinking.smallest(simulation, failure).scenario());
  }

  /// The story of this very scenario.
  public String ofAsItIs(Scenario scenario) {
    Played told = simulation.tell(scenario);
    List<String> lines = new ArrayList<>();
    lines.add(told.finding().map(Story::ofFinding).orElse("Every invariant held."));
    lines.add("Play it again: ./check --simulate 1 " + scenario.seed());
    lines.add("");
    scenario.house().teams().forEach(t -> lines.add(ofTeam(t)));
    lines.add(scenario.nodes() == 1 ? "one node" : scenario.nodes() + " nodes");
    for (Trouble trouble : scenario.troubles()) {
      lines.add(trouble.at() + "  planned: " + trouble.words());
    }
    for (Fault fault : scenario.faults()) {
      lines.add(fault.at() + "  planned: " + fault.words());
    }
    lines.add("");
    List<String> story = told.story();
    int from = Math.max(0, story.size() - LINES_MAX);
    if (from > 0) {
      lines.add("(" + from + " lines before these)");
    }
    lines.addAll(story.subList(from, story.size()));
    return String.join("\n", lines);
  }

  private static String ofFinding(Stage.Finding finding) {
    return finding.invariant() + " does not hold at " + finding.at() + ": " + finding.words();
  }

  private static String ofTeam(TeamPlan team) {
    return "%s in %s: %d people, turns of %d days, waits %s, %d more rounds, fallback %s"
        .formatted(
            team.handle(),
            team.zone(),
            team.people().size(),
            team.turnDays(),
            team.waits(),
            team.repeat(),
            team.fallback());
  }
}
