package watchbill.testkit.simulation.invariant;

import java.time.Instant;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.engine.Handing;
import watchbill.notification.Notification;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I7, and of I8 that a page in a gap goes to the fallback: whoever is told was on duty when their
/// step began, or is a declared fallback.
final class Duties implements Invariant {
  private final Ground ground;
  private final Teams teams;

  Duties(Ground ground, Teams teams) {
    this.ground = ground;
    this.teams = teams;
  }

  @Override
  public void on(Happening happening) {
    if (happening instanceof Happening.Handed(var node, _, var handing)) {
      look(node, handing);
    }
  }

  private void look(int node, Handing.OfPage handing) {
    Notification n = handing.notification();
    Rung rung = Rung.of(n.rung());
    Instant began = n.createdAt();
    if (!teams.isSure(began)) {
      return;
    }
    TeamPlan team = teams.team(node, handing.page().service());
    PersonId fallback = team.fallback();
    switch (rung) {
      case Rung.Step(var number) -> {
        Set<PersonId> meant = teams.meant(team, number, began);
        if (number < 3 && !meant.contains(n.person())) {
          wrong(n, "step " + number + " means " + meant);
        }
      }
      case Rung.Fallback _ -> {
        if (!n.person().equals(fallback)) {
          wrong(n, "the fallback is " + fallback);
        }
      }
      case Rung.Request _ -> {}
    }
  }

  private void wrong(Notification n, String instead) {
    ground.violated("I7", n.person() + " is told as " + n.rung() + ", but " + instead);
  }
}
