package watchbill.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.calendar.Holiday;
import watchbill.calendar.Leave;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.ledger.DutyRules;
import watchbill.rota.Role;
import watchbill.time.Span;
import watchbill.workload.Capacities;
import watchbill.workload.Capacities.Capacity;
import watchbill.workload.Capacities.Engagement;
import watchbill.workload.Capacities.TeamCapacity;
import watchbill.workload.HomeClock;
import watchbill.workload.HourSettings;
import watchbill.workload.Load;
import watchbill.workload.LoadLimits;
import watchbill.workload.Loads;
import watchbill.workload.Spread;
import watchbill.workload.Stint;

/// How duty weighs on a team, read from what happened and what is planned.
///
/// The lieutenant's duty is left out: who stands behind somebody else is seldom woken, and of two
/// who share a rota one always does. Their calls count.
public final class Workloads {
  /// What an hour on duty counts for where no rules say otherwise.
  private static final int ON_DUTY_PERCENT = 50;

  private final Configuration configuration;
  private final Stores stores;
  private final Team team;
  private final List<Holiday> holidays;
  private final LocalDate first;

  private Workloads(
      Configuration configuration, Stores stores, Team team, LocalDate first, LocalDate last) {
    this.configuration = configuration;
    this.stores = stores;
    this.team = team;
    this.first = first;
    this.holidays = stores.holidays().between(first.minusDays(1), last.plusDays(2));
  }

  /// A team's load.
  ///
  /// @param loads of its people, then of others who stood watch for it; each in the order of their
  ///   handles
  /// @param spreads over its people, one for each measure; none when there is nobody
  /// @param warnings who has too much in the span, or as much as may be
  public record TeamLoad(
      Team team,
      Span span,
      List<Load> loads,
      List<Spread> spreads,
      List<LoadLimits.Warning> warnings) {
    public TeamLoad {
      loads = List.copyOf(loads);
      spreads = List.copyOf(spreads);
      warnings = List.copyOf(warnings);
    }
  }

  /// What is left of a team for planned work.
  ///
  /// @param people each person's days, person by person
  /// @param days the team's days
  public record TeamDays(List<Capacity> people, List<TeamCapacity> days) {
    public TeamDays {
      people = List.copyOf(people);
      days = List.copyOf(days);
    }
  }

  /// What a team carried within a span, and will carry by the rotas as they are.
  ///
  /// @return nothing when there are more pages in it than [Happenings#PAGES_MAX]
  public static Optional<TeamLoad> load(
      Configuration configuration, Stores stores, Team team, Span span, Instant now) {
    LocalDate from = LocalDate.ofInstant(span.from(), ZoneOffset.UTC);
    LocalDate until = LocalDate.ofInstant(span.until(), ZoneOffset.UTC);
    var workloads = new Workloads(configuration, stores, team, from, until);
    return Happenings.read(configuration, stores, span, now).map(h -> workloads.load(h, span));
  }

  /// The days of a team's people from one to before another, each by the clock at their home.
  public static TeamDays capacity(
      Configuration configuration, Stores stores, Team team, LocalDate from, LocalDate until) {
    return new Workloads(configuration, stores, team, from, until).days(until);
  }

  private TeamLoad load(Happenings all, Span span) {
    List<Stint> stints = all.stints().stream().filter(s -> counts(s.role())).toList();
    Map<PersonId, HomeClock> members = homes(team.people());
    Map<PersonId, HomeClock> others = homes(others(stints));
    List<Load> own = Loads.measure(span, stints, all.calls(), members);
    List<Load> loads = new ArrayList<>(own);
    loads.addAll(Loads.measure(span, stints, all.calls(), others));
    List<Spread> spreads = new ArrayList<>();
    if (!own.isEmpty()) {
      for (Spread.Measure measure : Spread.Measure.values()) {
        spreads.add(Spread.of(measure, own));
      }
    }
    List<LoadLimits.Warning> warnings = new ArrayList<>();
    Map<PersonId, HomeClock> homes = new LinkedHashMap<>(members);
    homes.putAll(others);
    homes.forEach((person, home) -> {
      LoadLimits limits = rules(person).map(DutyRules::limits).orElse(LoadLimits.USUAL);
      warnings.addAll(limits.warnings(person, stints, home));
    });
    warnings.sort(Comparator.comparing(w -> w.person().handle()));
    return new TeamLoad(team, span, loads, spreads, warnings);
  }

  private TeamDays days(LocalDate until) {
    // Everywhere on earth the days lie within these.
    var window =
        new Span(
            first.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
            until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    List<Stint> stints =
        Happenings.stints(Rosters.read(configuration, stores, window), window).stream()
            .filter(s -> counts(s.role()))
            .toList();
    Map<PersonId, List<Span>> away = new HashMap<>();
    for (Leave leave : stores.leaves().touching(window)) {
      away.computeIfAbsent(leave.person(), _ -> new ArrayList<>()).add(leave.span());
    }
    List<Capacity> days = new ArrayList<>();
    homes(team.people())
        .forEach((person, home) -> {
          List<Span> duty =
              stints.stream().filter(s -> s.person().equals(person)).map(Stint::span).toList();
          int percent = rules(person).map(DutyRules::onDutyPercent).orElse(ON_DUTY_PERCENT);
          var placed =
              new Engagement(person, home, duty, away.getOrDefault(person, List.of()), percent);
          days.addAll(Capacities.days(placed, first, until));
        });
    return new TeamDays(days, Capacities.ofTeam(days));
  }

  private static boolean counts(Role role) {
    return !role.equals(Role.LIEUTENANT);
  }

  /// Who is not of the team and stood watch for it.
  private Set<PersonId> others(List<Stint> stints) {
    Set<PersonId> others = new LinkedHashSet<>();
    for (Stint stint : stints) {
      if (stint.team().equals(team.id()) && !team.people().contains(stint.person())) {
        others.add(stint.person());
      }
    }
    return others;
  }

  private Map<PersonId, HomeClock> homes(Iterable<PersonId> people) {
    Map<PersonId, HomeClock> homes = new LinkedHashMap<>();
    for (PersonId id : people) {
      HourSettings hours = rules(id).map(DutyRules::hours).orElse(HourSettings.USUAL);
      Optional<Person> person = configuration.catalog().person(id);
      // Whoever has left since lived where nobody knows any more.
      homes.put(
          id,
          person
              .map(p -> HomeClock.of(p, holidays, hours))
              .orElseGet(() -> new HomeClock(ZoneOffset.UTC, Set.of(), hours)));
    }
    return homes;
  }

  private Optional<DutyRules> rules(PersonId id) {
    return configuration
        .dutyRules()
        .inForce(team.id(), configuration.catalog().person(id).flatMap(Person::region), first);
  }
}
