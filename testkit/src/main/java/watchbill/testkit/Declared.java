package watchbill.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Team;
import watchbill.catalog.Urgency;
import watchbill.engine.Configuration;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.EscalationPolicy.Step;
import watchbill.escalation.Target;
import watchbill.rota.Layer;
import watchbill.rota.Lieutenant;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;

/// The configuration a story lives under; each change makes a new one, as saving a file does.
final class Declared {
  static final Integration PROMETHEUS =
      new Integration(
          Cast.PROMETHEUS, IntegrationKind.ALERTMANAGER, "5eed".repeat(16), Cast.CHECKOUT);

  private final Map<PersonId, Person> people = new LinkedHashMap<>();
  private Rota rota = Cast.rota(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV);
  private List<Duration> waits = List.of(Duration.ofMinutes(5), Duration.ofMinutes(10));
  private int repeat;
  private PersonId fallback = Cast.DEV;
  private Configuration configuration;

  Declared() {
    Cast.everybody().forEach(p -> people.put(p.id(), p));
    configuration = make();
  }

  Configuration configuration() {
    return configuration;
  }

  /// Turns of a week, in this order; `nobody` is an empty seat.
  void seats(List<String> handles) {
    List<Seat> seats = new ArrayList<>();
    for (String handle : handles) {
      seats.add(handle.equals("nobody") ? Seat.EMPTY : Seat.of(new PersonId(handle)));
    }
    Layer layer = rota.layers().getFirst();
    if (layer.turns() instanceof Rotation r) {
      var rotation = new Rotation(r.every(), r.anchor(), seats);
      var layers = List.of(Layer.of(layer.name(), layer.priority(), rotation));
      rota = new Rota(rota.id(), rota.zone(), layers, new Lieutenant.Next());
    }
    configuration = make();
  }

  /// How long each step waits: the first wakes the primary, the second the lieutenant, the others
  /// the whole team.
  void waits(List<Duration> lengths) {
    waits = List.copyOf(lengths);
    configuration = make();
  }

  void repeat(int times) {
    repeat = times;
    configuration = make();
  }

  void fallback(PersonId person) {
    fallback = person;
    configuration = make();
  }

  void rules(PersonId id, Urgency urgency, List<ContactRule> rules) {
    Person p = people.getOrDefault(id, Cast.person(id));
    Map<Urgency, List<ContactRule>> all = new EnumMap<>(Urgency.class);
    all.putAll(p.rules());
    all.put(urgency, List.copyOf(rules));
    people.put(id, new Person(p.id(), p.name(), p.zone(), p.addresses(), all, p.region()));
    configuration = make();
  }

  /// Removes somebody from everywhere; their seat stays, empty.
  void remove(PersonId id) {
    people.remove(id);
    seats(
        rota.layers().getFirst().turns().seats().stream()
            .map(seat -> seat.people().contains(id) ? Seat.EMPTY : seat)
            .map(seat -> seat.people().stream().findFirst().map(PersonId::handle).orElse("nobody"))
            .toList());
  }

  private Configuration make() {
    Team team =
        new Team(
            Cast.PAYMENTS,
            Stream.of(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV).filter(people::containsKey).toList(),
            Optional.empty());
    var catalog =
        new Catalog(
            List.copyOf(people.values()),
            List.of(team),
            List.of(Cast.checkout()),
            List.of(PROMETHEUS));
    return new Configuration(catalog, List.of(rota), List.of(policy()));
  }

  private EscalationPolicy policy() {
    List<Step> steps = new ArrayList<>();
    for (Duration wait : waits) {
      steps.add(new Step(List.of(target(steps.size())), wait));
    }
    return new EscalationPolicy("payments", steps, repeat, List.of(new Target.ToPerson(fallback)));
  }

  private static Target target(int index) {
    return switch (index) {
      case 0 -> new Target.ToRota(Cast.ROTA, Role.PRIMARY);
      case 1 -> new Target.ToRota(Cast.ROTA, Role.LIEUTENANT);
      default -> new Target.ToTeam(Cast.PAYMENTS);
    };
  }
}
