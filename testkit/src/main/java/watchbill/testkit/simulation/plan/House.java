package watchbill.testkit.simulation.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.Catalog;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.engine.Configuration;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.EscalationPolicy.Step;
import watchbill.escalation.Target;
import watchbill.ledger.RuleBook;
import watchbill.restraint.Restraints;
import watchbill.restraint.WhenSilent;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaId;
import watchbill.rota.turn.Every;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.rota.turn.Window;
import watchbill.route.Hours;
import watchbill.route.RoutePlan;
import watchbill.route.Storm;

/// All teams, as the files have them for a while.
public record House(List<TeamPlan> teams) {
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  public House {
    teams = List.copyOf(teams);
  }

  /// The files after somebody edited them.
  public House edited(Chance chance) {
    List<TeamPlan> others = new ArrayList<>(teams);
    int which = chance.below(others.size());
    others.set(which, edited(others.get(which), chance));
    return new House(others);
  }

  private static TeamPlan edited(TeamPlan team, Chance chance) {
    return switch (chance.below(3)) {
      case 0 -> team.withWaits(Houses.waits(chance), chance.below(2));
      case 1 -> {
        List<Optional<PersonId>> turned = new ArrayList<>(team.seats());
        Collections.rotate(turned, 1);
        yield team.withPeople(team.people(), turned);
      }
      default -> without(team, chance.any(team.people()).id());
    };
  }

  /// Their seat stays, empty. The fallback stays whatever happens, as the files must name one.
  private static TeamPlan without(TeamPlan team, PersonId gone) {
    if (team.people().size() < 3 || gone.equals(team.fallback())) {
      return team;
    }
    List<Person> left = team.people().stream().filter(p -> !p.id().equals(gone)).toList();
    return team.withPeople(
        left, team.seats().stream().map(s -> s.filter(p -> !p.equals(gone))).toList());
  }

  public TeamPlan team(int number) {
    return teams.get(Math.floorMod(number, teams.size()));
  }

  /// The same, by clocks that are never put forward or back.
  public House withoutClockChanges() {
    return new House(
        teams.stream()
            .map(t ->
                t.withZone(
                    t.zone().getRules().getStandardOffset(t.anchor().toInstant(ZoneOffset.UTC))))
            .toList());
  }

  /// The same, where everything may be told at any hour.
  public House atAnyHour() {
    return new House(teams.stream().map(TeamPlan::atAnyHour).toList());
  }

  /// What the engine is told.
  public Configuration configuration() {
    List<Person> people = teams.stream().flatMap(t -> t.people().stream()).toList();
    Map<IntegrationId, WhenSilent> silent = new LinkedHashMap<>();
    teams.stream()
        .filter(TeamPlan::silenceIsEnd)
        .forEach(t -> silent.put(t.integration(), new WhenSilent.Resolve()));
    var catalog =
        new Catalog(
            people,
            teams.stream().map(House::team).toList(),
            teams.stream().map(House::service).toList(),
            teams.stream().map(House::integration).toList());
    return new Configuration(
            catalog,
            teams.stream().map(House::rota).toList(),
            teams.stream().map(House::policy).toList(),
            RuleBook.EMPTY)
        .with(new Restraints(List.of(), List.of(), Map.of(), Map.of(), silent))
        .with(new RoutePlan(List.of(), hours(), Map.of(), Storm.USUAL));
  }

  private Map<TeamId, Hours> hours() {
    Map<TeamId, Hours> all = new LinkedHashMap<>();
    for (TeamPlan team : teams) {
      team.hours().ifPresent(h -> all.put(new TeamId(team.handle()), hours(team, h)));
    }
    return all;
  }

  private static Hours hours(TeamPlan team, OfficeHours office) {
    var window = new Window(new Window.Days.OfWeek(WORKDAYS), office.from(), office.until());
    return new Hours(team.handle(), List.of(window), team.zone(), Optional.empty(), false);
  }

  /// Through which a team's sources speak.
  public static Integration integration(TeamPlan team) {
    return new Integration(
        team.integration(), IntegrationKind.JSON, "key of " + team.handle(), team.service());
  }

  private static Team team(TeamPlan team) {
    List<PersonId> people = team.people().stream().map(Person::id).toList();
    return new Team(new TeamId(team.handle()), people, Optional.of(team.fallback()));
  }

  private static Service service(TeamPlan team) {
    return new Service(
        team.service(), new TeamId(team.handle()), team.handle(), 1, Optional.empty());
  }

  private static Rota rota(TeamPlan team) {
    List<Seat> seats = team.seats().stream().map(s -> s.map(Seat::of).orElse(Seat.EMPTY)).toList();
    var turns = new Rotation(new Every(team.turnDays(), Every.Unit.DAY), team.anchor(), seats);
    return new Rota(
        new RotaId(team.handle()),
        team.zone(),
        List.of(Layer.of("turns", 1, turns)),
        new Lieutenant.Next(),
        Optional.of(new TeamId(team.handle())));
  }

  private static EscalationPolicy policy(TeamPlan team) {
    var rota = new RotaId(team.handle());
    List<Target> targets =
        List.of(
            new Target.ToRota(rota, Role.PRIMARY),
            new Target.ToRota(rota, Role.LIEUTENANT),
            new Target.ToTeam(new TeamId(team.handle())));
    List<Step> steps = new ArrayList<>();
    for (Duration wait : team.waits()) {
      Target target = targets.get(Math.min(steps.size(), targets.size() - 1));
      steps.add(new Step(List.of(target), wait));
    }
    return new EscalationPolicy(
        team.handle(), steps, team.repeat(), List.of(new Target.ToPerson(team.fallback())));
  }
}
