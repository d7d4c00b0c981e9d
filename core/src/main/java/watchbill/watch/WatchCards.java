package watchbill.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.catalog.ContactMethod;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Roster;
import watchbill.escalation.Target;
import watchbill.rota.Gap;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.Shift;
import watchbill.time.Span;
import watchbill.time.TimeWords;

/// Puts a watch card together. Pure.
public final class WatchCards {
  /// How far ahead it says who is on duty.
  public static final Duration AHEAD = Duration.ofDays(14);

  private final Roster roster;
  private final Span span;
  private final Set<PersonId> named = new LinkedHashSet<>();

  private WatchCards(Roster roster, Span span) {
    this.roster = roster;
    this.span = span;
  }

  /// The card.
  ///
  /// @param roster right for the whole span
  /// @param rotas whose duty it shows
  /// @param policies of the services it is for
  public static WatchCard of(
      Roster roster,
      List<Rota> rotas,
      Map<Service, EscalationPolicy> policies,
      List<PersonId> keepers,
      Span span) {
    var cards = new WatchCards(roster, span);
    List<WatchCard.Watch> watches =
        rotas.stream()
            .sorted(Comparator.comparing(r -> r.id().handle()))
            .flatMap(cards::watches)
            .toList();
    List<WatchCard.Ladder> ladders = cards.ladders(policies);
    cards.named.addAll(keepers);
    return new WatchCard(
        span, watches, ladders, cards.people(), keepers.stream().map(cards::name).toList());
  }

  private Stream<WatchCard.Watch> watches(Rota rota) {
    List<WatchCard.Watch> watches = new ArrayList<>();
    for (Role role : rota.roles()) {
      for (Shift shift : roster.shifts(rota.id(), role, span)) {
        boolean planned = shift.gap().filter(Gap.NoLieutenant.class::isInstance).isPresent();
        if (!planned) {
          named.addAll(shift.people());
          watches.add(
              new WatchCard.Watch(
                  rota.id(), role, rota.zone(), shift.span(), who(shift), shift.isGap()));
        }
      }
    }
    return watches.stream();
  }

  private String who(Shift shift) {
    return shift
        .gap()
        .map(gap -> "nobody: " + gap.inWords())
        .orElseGet(() -> shift.people().stream().map(this::name).collect(Collectors.joining(", ")));
  }

  private List<WatchCard.Ladder> ladders(Map<Service, EscalationPolicy> policies) {
    List<WatchCard.Ladder> ladders = new ArrayList<>();
    policies.values().stream()
        .distinct()
        .sorted(Comparator.comparing(EscalationPolicy::handle))
        .forEach(policy -> {
          List<ServiceId> services =
              policies.entrySet().stream()
                  .filter(e -> e.getValue().equals(policy))
                  .map(e -> e.getKey().id())
                  .sorted(Comparator.comparing(ServiceId::handle))
                  .toList();
          List<String> steps = policy.steps().stream().map(this::step).toList();
          ladders.add(
              new WatchCard.Ladder(policy.handle(), services, steps, targets(policy.fallback())));
        });
    return ladders;
  }

  private String step(EscalationPolicy.Step step) {
    return targets(step.targets()) + "; wait " + TimeWords.of(step.delay());
  }

  private String targets(List<Target> targets) {
    return targets.stream().map(this::target).collect(Collectors.joining(", "));
  }

  private String target(Target target) {
    return switch (target) {
      case Target.ToPerson(var person) -> {
        named.add(person);
        yield name(person);
      }
      case Target.ToRota(var rota, var role) -> "whoever is " + role + " in " + rota;
      case Target.ToTeam(var team) -> {
        roster.team(team).map(Team::people).ifPresent(named::addAll);
        yield "everybody of " + team;
      }
    };
  }

  private List<WatchCard.Reach> people() {
    return named.stream()
        .flatMap(id -> roster.person(id).stream())
        .sorted(Comparator.comparing(Person::name))
        .map(WatchCards::reach)
        .toList();
  }

  private static WatchCard.Reach reach(Person person) {
    List<String> numbers =
        Stream.of(ContactMethod.CALL, ContactMethod.SMS)
            .flatMap(method -> person.address(method).stream())
            .distinct()
            .toList();
    return new WatchCard.Reach(
        person.name(), numbers, person.address(ContactMethod.EMAIL).orElse(""));
  }

  private String name(PersonId id) {
    return roster.person(id).map(Person::name).orElse(id.handle());
  }
}
