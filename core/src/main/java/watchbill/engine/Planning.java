package watchbill.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.catalog.PersonId;
import watchbill.catalog.TeamId;
import watchbill.escalation.Roster;
import watchbill.rota.Absence;
import watchbill.rota.Deviations;
import watchbill.rota.Gap;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;
import watchbill.rota.Rotas;
import watchbill.rota.Shift;
import watchbill.rota.Watcher;
import watchbill.rota.turn.Vacancy;
import watchbill.time.Span;
import watchbill.workload.HomeClock;
import watchbill.workload.HourSettings;
import watchbill.workload.Load;
import watchbill.workload.Loads;
import watchbill.workload.Stint;
import watchbill.workload.Suggestions;

/// Proposes who takes the next turns of a rota, for its manager to accept.
public final class Planning {
  /// How far back a last duty is looked for.
  private static final Duration REMEMBERED = Duration.ofDays(180);

  /// Turns that began longer ago are not known to have begun.
  private static final Duration LONGEST_TURN = Duration.ofDays(100);

  private static final TeamId NO_TEAM = new TeamId("");

  private final Configuration configuration;
  private final Stores stores;
  private final Instant now;

  public Planning(Configuration configuration, Stores stores, Instant now) {
    this.configuration = configuration;
    this.stores = stores;
    this.now = now;
  }

  /// One turn: who is proposed for it, and for which stretches of duty.
  ///
  /// @param person empty where nobody can take it
  /// @param because in words, with who was passed over and why
  public record Proposal(Optional<PersonId> person, String because, List<Span> duty) {
    public Proposal {
      duty = List.copyOf(duty);
    }
  }

  /// The turns that begin within `ahead` from now; none when there is no such rota.
  public List<Proposal> suggest(RotaId id, Role role, Duration ahead) {
    var window = new Span(now.minus(REMEMBERED), now.plus(ahead).plus(ahead));
    Roster roster = Rosters.read(configuration, stores, window);
    Optional<RotaHistory> rota = roster.rota(id);
    if (rota.isEmpty()) {
      return List.of();
    }
    List<Proposal> proposals = new ArrayList<>();
    for (List<List<Span>> turns : byLayer(rota.get(), role, ahead)) {
      proposals.addAll(suggest(turns, rota.get(), role, roster, List.copyOf(proposals)));
    }
    proposals.sort(Comparator.comparing(p -> p.duty().getFirst().from()));
    return proposals;
  }

  /// Of one layer, whose turns come one after another. Whoever has a turn of another layer at that
  /// time gets this one too only where nobody else can take it.
  private List<Proposal> suggest(
      List<List<Span>> turns, RotaHistory rota, Role role, Roster roster, List<Proposal> others) {
    List<Span> slots = turns.stream().map(Planning::hull).toList();
    var before = new Span(now.minus(REMEMBERED), slots.getFirst().from());
    List<Shift> past = Rotas.shifts(rota, roster.deviations(), role, before);
    List<Suggestions.Candidate> candidates = candidates(rota, roster, past);
    List<Suggestions.Suggested> alone = Suggestions.suggest(slots, candidates);
    List<Suggestions.Suggested> spread =
        Suggestions.suggest(slots, candidates.stream().map(c -> busy(c, others)).toList());
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Suggestions.Suggested one = spread.get(i).person().isPresent() ? spread.get(i) : alone.get(i);
      proposals.add(new Proposal(one.person(), one.because(), turns.get(i)));
    }
    return proposals;
  }

  private static Suggestions.Candidate busy(
      Suggestions.Candidate candidate, List<Proposal> others) {
    List<Span> away = new ArrayList<>(candidate.away());
    others.stream()
        .filter(other -> other.person().equals(Optional.of(candidate.person())))
        .forEach(other -> away.add(hull(other.duty())));
    return new Suggestions.Candidate(
        candidate.person(), candidate.lastDuty(), away, candidate.nights());
  }

  /// Turns by the plan, layer by layer, each with its stretches of duty: a turn of a week in
  /// working hours has five. One that has begun is left to whoever has it. An empty seat is to be
  /// filled.
  private Collection<List<List<Span>>> byLayer(RotaHistory rota, Role role, Duration ahead) {
    var byTurnAlone = new Deviations(List.of(), List.of(), Map.of());
    var window = new Span(now.minus(LONGEST_TURN), now.plus(ahead).plus(ahead));
    var next = new Span(now, now.plus(ahead));
    Map<Object, List<Span>> turns = new LinkedHashMap<>();
    for (Shift shift : Rotas.shifts(rota, byTurnAlone, role, window)) {
      boolean empty = shift.gap().equals(Optional.of(new Gap.Vacant(Vacancy.EMPTY_SEAT)));
      Object turn = turn(shift);
      if (empty || !shift.isGap()) {
        turns.computeIfAbsent(turn, _ -> new ArrayList<>()).add(shift.span());
      }
    }
    Map<String, List<List<Span>>> layers = new LinkedHashMap<>();
    turns.forEach((turn, duty) -> {
      if (next.contains(duty.getFirst().from())) {
        layers.computeIfAbsent(layer(turn), _ -> new ArrayList<>()).add(duty);
      }
    });
    return layers.values();
  }

  /// By what the stretches of one turn are known; a gap has no turn and is known by when it begins.
  private static Object turn(Shift shift) {
    return shift.isGap() ? shift.span().from() : shift.watchers().getFirst().because();
  }

  private static String layer(Object turn) {
    return turn instanceof Watcher.Because.ByTurn(var layer, _) ? layer : "";
  }

  private static Span hull(List<Span> duty) {
    return new Span(duty.getFirst().from(), duty.getLast().until());
  }

  private List<Suggestions.Candidate> candidates(
      RotaHistory rota, Roster roster, List<Shift> past) {
    Map<PersonId, Integer> nights = nights(past, roster);
    return rota.latest().map(Rota::people).orElse(Set.of()).stream()
        .filter(person -> roster.person(person).isPresent())
        .map(person ->
            new Suggestions.Candidate(
                person,
                past.stream()
                    .filter(shift -> shift.people().contains(person))
                    .map(shift -> shift.span().until())
                    .max(Comparator.naturalOrder()),
                roster.deviations().absences().stream()
                    .filter(absence -> absence.person().equals(person))
                    .map(Absence::span)
                    .toList(),
                nights.getOrDefault(person, 0)))
        .toList();
  }

  /// Nights on duty in this rota, each by the person's own clock.
  private static Map<PersonId, Integer> nights(List<Shift> past, Roster roster) {
    if (past.isEmpty()) {
      return Map.of();
    }
    Map<PersonId, HomeClock> homes = new HashMap<>();
    List<Stint> stints = new ArrayList<>();
    for (Shift shift : past) {
      for (PersonId person : shift.people()) {
        roster
            .person(person)
            .ifPresent(
                known -> homes.put(person, HomeClock.of(known, List.of(), HourSettings.USUAL)));
        stints.add(new Stint(person, NO_TEAM, shift.rota(), shift.role(), shift.span()));
      }
    }
    var period = new Span(past.getFirst().span().from(), past.getLast().span().until());
    return Loads.measure(period, stints, List.of(), homes).stream()
        .collect(Collectors.toMap(Load::person, Load::nights));
  }
}
