package watchbill.testkit.simulation.invariant;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchbill.catalog.PersonId;
import watchbill.catalog.ServiceId;
import watchbill.engine.Command;
import watchbill.engine.Reply;
import watchbill.testkit.simulation.plan.House;
import watchbill.testkit.simulation.plan.TeamPlan;
import watchbill.testkit.simulation.play.Ground;
import watchbill.testkit.simulation.play.Happening;
import watchbill.time.Span;

/// Who is on duty, worked out by plain counting of days: the independent word on it.
///
/// It hears what people entered. Of what was asked and not answered nobody knows whether it holds;
/// while such a thing could matter it does not say who is on duty.
final class Teams implements Invariant {
  private final Ground ground;
  private final Map<Integer, House> ofNodes = new HashMap<>();
  private final Map<String, List<Edition>> editions = new HashMap<>();
  private final List<Entered> entered = new ArrayList<>();
  private final List<Span> doubts = new ArrayList<>();
  private final Map<Integer, Instant> unheard = new HashMap<>();
  private Instant lastStandDown = Instant.EPOCH;

  Teams(Ground ground) {
    this.ground = ground;
  }

  /// A rota as it is from an instant on.
  private record Edition(Instant from, TeamPlan plan) {}

  /// What people entered: somebody takes over a rota, or can't be on duty.
  private record Entered(Optional<String> rota, PersonId person, Span span) {}

  @Override
  public void on(Happening happening) {
    switch (happening) {
      case Happening.NodeStarted(var node, var house) -> ofNodes.put(node, house);
      case Happening.Turned(var node, var wall, Command.AdoptRotas _, var reply) ->
          adopted(node, wall, reply);
      case Happening.Turned(_, var wall, Command.AddOverride add, var reply) -> {
        PersonId person = add.change().people().getFirst();
        noted(reply, wall, new Entered(Optional.of(add.rota().handle()), person, kept(add.span())));
      }
      case Happening.Asked(_, Command.StandDown _) -> lastStandDown = ground.now();
      case Happening.Turned(_, var wall, Command.StandDown down, var reply) ->
          down.until()
              .filter(wall::isBefore)
              .ifPresent(until ->
                  noted(
                      reply,
                      wall,
                      new Entered(Optional.empty(), down.person(), kept(new Span(wall, until)))));
      default -> {}
    }
  }

  /// Instants are kept to the microsecond.
  private static Span kept(Span span) {
    return new Span(
        span.from().truncatedTo(ChronoUnit.MICROS), span.until().truncatedTo(ChronoUnit.MICROS));
  }

  private void adopted(int node, Instant wall, Reply reply) {
    if (reply instanceof Reply.TryLater) {
      unheard.putIfAbsent(node, wall);
      return;
    }
    Instant asked = unheard.remove(node);
    if (asked != null && asked.isBefore(wall)) {
      doubts.add(new Span(asked, wall));
    }
    for (TeamPlan plan : house(node).teams()) {
      List<Edition> known = editions.computeIfAbsent(plan.handle(), _ -> new ArrayList<>());
      if (known.isEmpty() || !sameTurns(known.getLast().plan(), plan)) {
        Instant from = known.isEmpty() ? Instant.MIN : wall;
        known.add(new Edition(from, plan));
      }
    }
  }

  private static boolean sameTurns(TeamPlan one, TeamPlan other) {
    return one.seats().equals(other.seats());
  }

  private void noted(Reply reply, Instant wall, Entered what) {
    if (reply instanceof Reply.TryLater) {
      doubts.add(new Span(wall, what.span().until().plus(Duration.ofSeconds(1))));
    } else if (!(reply instanceof Reply.Refused)) {
      entered.add(what);
    }
  }

  /// When somebody last said that they can't be on duty, true time.
  Instant lastStandDown() {
    return lastStandDown;
  }

  House house(int node) {
    return ofNodes.getOrDefault(node, ground.house());
  }

  /// The team as the files of this node have it.
  TeamPlan team(int node, ServiceId service) {
    return house(node).teams().stream()
        .filter(t -> t.service().equals(service))
        .findFirst()
        .orElseThrow();
  }

  /// Whether what people entered is known for sure at this instant.
  boolean isSure(Instant at) {
    return doubts.stream().noneMatch(d -> d.contains(at))
        && unheard.values().stream().allMatch(at::isBefore);
  }

  /// Whom a step of this number means, from 1; nobody if it is a gap.
  Set<PersonId> meant(TeamPlan team, int step, Instant at) {
    return switch (step) {
      case 1 -> primary(team, at);
      case 2 -> one(lieutenant(team, at));
      default -> everybody(team);
    };
  }

  static Set<PersonId> everybody(TeamPlan team) {
    Set<PersonId> all = new LinkedHashSet<>();
    team.people().forEach(p -> all.add(p.id()));
    return all;
  }

  /// Where they can't, whoever follows stands in.
  private Set<PersonId> primary(TeamPlan team, Instant at) {
    Optional<PersonId> acting = acting(team, at);
    boolean can = acting.filter(p -> !isAway(p, at)).isPresent();
    return acting.isEmpty() || can ? one(acting) : one(following(team, at, one(acting)));
  }

  private Optional<PersonId> lieutenant(TeamPlan team, Instant at) {
    Set<PersonId> busy = new LinkedHashSet<>(primary(team, at));
    acting(team, at).ifPresent(busy::add);
    return following(team, at, busy);
  }

  /// By turn, or by the override entered last, whether or not they can.
  private Optional<PersonId> acting(TeamPlan team, Instant at) {
    Optional<PersonId> acting = turns(team, at).holder(at, 0);
    for (Entered e : entered) {
      if (e.rota().filter(team.handle()::equals).isPresent() && e.span().contains(at)) {
        acting = Optional.of(e.person());
      }
    }
    return acting;
  }

  /// Whoever comes up next in turn, is none of these, and can.
  private Optional<PersonId> following(TeamPlan team, Instant at, Set<PersonId> busy) {
    Turns turns = turns(team, at);
    for (int ahead = 1; ahead <= turns.count(); ahead++) {
      Optional<PersonId> next = turns.holder(at, ahead);
      if (next.isPresent() && !busy.contains(next.get()) && !isAway(next.get(), at)) {
        return next;
      }
    }
    return Optional.empty();
  }

  private boolean isAway(PersonId person, Instant at) {
    return entered.stream()
        .anyMatch(e -> e.rota().isEmpty() && e.person().equals(person) && e.span().contains(at));
  }

  private Turns turns(TeamPlan team, Instant at) {
    List<Edition> known = editions.getOrDefault(team.handle(), List.of());
    TeamPlan plan = team;
    for (Edition edition : known) {
      if (!at.isBefore(edition.from())) {
        plan = edition.plan();
      }
    }
    return new Turns(plan);
  }

  private static Set<PersonId> one(Optional<PersonId> person) {
    return person.map(Set::of).orElse(Set.of());
  }

  /// Turns counted day by day on the calendar of the rota's zone.
  private record Turns(TeamPlan plan) {
    int count() {
      return plan.seats().size();
    }

    /// Who holds the turn so many after the one at this instant.
    Optional<PersonId> holder(Instant at, int ahead) {
      long turn = -1;
      while (!begins(turn + 1).isAfter(at)) {
        turn++;
        long days = Duration.between(begins(turn), at).toDays();
        turn += Math.max(0, days / plan.turnDays() - 1);
      }
      int seat = (int) Math.floorMod(turn + ahead, (long) plan.seats().size());
      return plan.seats().get(seat);
    }

    private Instant begins(long turn) {
      return plan.anchor().plusDays(turn * plan.turnDays()).atZone(plan.zone()).toInstant();
    }
  }
}
