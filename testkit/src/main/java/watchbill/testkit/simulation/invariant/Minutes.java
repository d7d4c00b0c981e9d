package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import watchbill.engine.Rosters;
import watchbill.rota.Role;
import watchbill.rota.RotaId;
import watchbill.rota.Shift;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;
import watchbill.time.Span;

/// I9: looked back upon, every minute is one person's or a gap's, and that person's whose it was.
final class Minutes implements Invariant {
  private static final Duration A_MOMENT = Duration.ofNanos(1_000);

  private final Ground ground;
  private final Teams teams;

  Minutes(Ground ground, Teams teams) {
    this.ground = ground;
    this.teams = teams;
  }

  @Override
  public void on(Happening happening) {
    // What counts is how it all looks in the end.
  }

  @Override
  public void atEnd() {
    Span span = new Span(ground.scenario().start(), ground.scenario().end());
    var roster = ground.read(s -> Rosters.read(ground.house().configuration(), s, span));
    for (TeamPlan team : ground.house().teams()) {
      look(team, roster.shifts(new RotaId(team.handle()), Role.PRIMARY, span), span);
    }
  }

  private void look(TeamPlan team, List<Shift> shifts, Span span) {
    Instant at = span.from();
    for (Shift shift : shifts) {
      if (!shift.span().from().equals(at)) {
        ground.violated("I9", "nobody's minutes from %s to %s".formatted(at, shift.span().from()));
      }
      at = shift.span().until();
      Duration half = Duration.between(shift.span().from(), at).dividedBy(2);
      compare(team, shift, shift.span().from());
      compare(team, shift, shift.span().from().plus(half));
      compare(team, shift, at.minus(A_MOMENT));
    }
    if (!at.equals(span.until())) {
      ground.violated("I9", "nobody's minutes from %s to %s".formatted(at, span.until()));
    }
  }

  private void compare(TeamPlan team, Shift shift, Instant at) {
    if (teams.isSure(at) && !Set.copyOf(shift.people()).equals(teams.meant(team, 1, at))) {
      ground.violated(
          "I9",
          "at %s %s is said to be on duty, and it was %s"
              .formatted(at, shift.people(), teams.meant(team, 1, at)));
    }
  }
}
