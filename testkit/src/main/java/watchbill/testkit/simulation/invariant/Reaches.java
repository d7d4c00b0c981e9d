package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchbill.alert.PageId;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Urgency;
import watchbill.engine.Command;
import watchbill.engine.Handing;
import watchbill.escalation.Escalation;
import watchbill.notification.About;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;

/// I2, of people: everybody a step means is told, by each method they chose, in its time; the
/// fallback by all of them at once.
final class Reaches implements Invariant {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration SETTLING = Duration.ofSeconds(150);

  private final Ground ground;
  private final Teams teams;
  private final Crowds crowds;
  private final Doubtful doubtful;
  private final Set<Told> told = new HashSet<>();
  private final Set<Order> seen = new HashSet<>();
  private final Map<PageId, Instant> answeredAt = new HashMap<>();

  Reaches(Ground ground, Teams teams, Crowds crowds, Doubtful doubtful) {
    this.ground = ground;
    this.teams = teams;
    this.crowds = crowds;
    this.doubtful = doubtful;
  }

  /// One wake of one page.
  private record Order(PageId page, int wake) {}

  private record Told(Order order, PersonId person, ContactMethod method) {}

  /// What should be told, and from when on.
  private record Wanted(Told told, Urgency urgency, Instant ordered, Instant due) {}

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.Asked(_, Command.Acknowledge(var page, _, _)) -> answered(page);
      case Happening.Asked(_, Command.Resolve(var page, _, _)) -> answered(page);
      case Happening.Asked(_, Command.HandOver(var page, _, _)) -> answered(page);
      case Happening.Asked(_, Command.Snooze(var page, _, _, _)) -> answered(page);
      case Happening.Asked(_, Command.StandDown _) -> seen.forEach(order -> answered(order.page()));
      case Happening.Handed(var node, var wall, var handing) -> handed(node, wall, handing);
      default -> {}
    }
  }

  private void answered(PageId page) {
    answeredAt.put(page, ground.now());
  }

  private void handed(int node, Instant wall, Handing.OfPage handing) {
    var n = handing.notification();
    if (!(n.about() instanceof About.OfPage(var page, var wake))) {
      return;
    }
    var order = new Order(page, wake);
    told.add(new Told(order, n.person(), n.method()));
    lookWhetherEarly(node, wall, handing);
    if (!seen.add(order) || !teams.isSure(n.createdAt())) {
      return;
    }
    Instant ordered = ground.now().minus(Duration.between(n.createdAt(), wall));
    TeamPlan team = teams.team(node, handing.page().service());
    for (Person person : meant(team, Rung.of(n.rung()), n.createdAt())) {
      List<ContactRule> rules = person.rules().getOrDefault(handing.page().urgency(), List.of());
      for (ContactRule rule : rules) {
        boolean atOnce = Rung.of(n.rung()) instanceof Rung.Fallback;
        Duration after = atOnce ? Duration.ZERO : rule.after();
        var wanted =
            new Wanted(
                new Told(order, person.id(), rule.method()),
                handing.page().urgency(),
                ordered,
                ordered.plus(after));
        ground.at(wanted.due().plus(SOON), () -> look(wanted));
      }
    }
  }

  /// I11, of people: nobody is told by a louder method before its time, unless a quieter one
  /// failed, or did not get through to others.
  private void lookWhetherEarly(int node, Instant wall, Handing.OfPage handing) {
    var n = handing.notification();
    Instant ordered = ground.now().minus(Duration.between(n.createdAt(), wall));
    boolean fallback = Rung.of(n.rung()) instanceof Rung.Fallback;
    if (fallback
        || ground.weather().sawSince(ordered, Climbs.MAY_HASTEN)
        || doubtful.severalSince(n.createdAt())) {
      return;
    }
    teams.team(node, handing.page().service()).people().stream()
        .filter(p -> p.id().equals(n.person()))
        .flatMap(p -> p.rules().getOrDefault(handing.page().urgency(), List.of()).stream())
        .filter(rule -> rule.method() == n.method())
        .filter(rule -> wall.isBefore(n.createdAt().plus(rule.after())))
        .forEach(rule ->
            ground.violated("I11", n.person() + " is told too early by " + rule.method().word()));
  }

  private List<Person> meant(TeamPlan team, Rung rung, Instant at) {
    Set<PersonId> ids =
        switch (rung) {
          case Rung.Step(var number) -> teams.meant(team, number, at);
          case Rung.Fallback _ -> Set.of(team.fallback());
          case Rung.Request _ -> Set.of();
        };
    return team.people().stream().filter(p -> ids.contains(p.id())).toList();
  }

  private void look(Wanted wanted) {
    Told which = wanted.told();
    PageId page = which.order().page();
    boolean answered = !answeredAt.getOrDefault(page, Instant.MIN).isBefore(wanted.ordered());
    if (told.contains(which) || answered || !needsSomebody(page)) {
      return;
    }
    Instant gathered =
        crowds.heldUntil(which.person(), which.method(), wanted.urgency(), wanted.due()).plus(SOON);
    if (ground.now().isBefore(gathered)) {
      ground.at(gathered, () -> look(wanted));
      return;
    }
    Instant settled = ground.weather().calmSince().plus(SETTLING);
    if (!ground.weather().isCalm() || ground.now().isBefore(settled)) {
      boolean wait = ground.weather().isCalm();
      ground.at(wait ? settled : ground.now().plus(SETTLING), () -> look(wanted));
      return;
    }
    ground.violated(
        "I2",
        "%s was not told by %s for wake %d of page %s"
            .formatted(which.person(), which.method().word(), which.order().wake(), page));
  }

  private boolean needsSomebody(PageId page) {
    return ground
        .read(s -> s.pages().find(page))
        .filter(p -> p.escalation().needsSomebody())
        .filter(p -> !(p.escalation() instanceof Escalation.Resting))
        .isPresent();
  }
}
