package watchbill.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import watchbill.catalog.Catalog;
import watchbill.catalog.ContactRule;
import watchbill.catalog.Integration;
import watchbill.catalog.IntegrationKind;
import watchbill.catalog.Keepers;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.RegionId;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.catalog.Urgency;
import watchbill.engine.Configuration;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.EscalationPolicy.Step;
import watchbill.escalation.Target;
import watchbill.ledger.RuleBook;
import watchbill.restraint.Restraints;
import watchbill.rota.Layer;
import watchbill.rota.OnLeave;
import watchbill.rota.Role;
import watchbill.rota.Rota;
import watchbill.rota.turn.Rotation;
import watchbill.rota.turn.Seat;
import watchbill.route.RoutePlan;

/// The configuration a story lives under; each change makes a new one, as saving a file does.
final class Declared {
  static final Integration PROMETHEUS =
      new Integration(
          Cast.PROMETHEUS, IntegrationKind.ALERTMANAGER, "5eed".repeat(16), Cast.CHECKOUT);

  private final Map<PersonId, Person> people = new LinkedHashMap<>();
  private final List<Service> services = new ArrayList<>(List.of(Cast.checkout()));
  private Rota rota = Cast.rota(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV);
  private List<Duration> waits = List.of(Duration.ofMinutes(5), Duration.ofMinutes(10));
  private int repeat;
  private PersonId fallback = Cast.DEV;
  private Restraints restraints = Restraints.NONE;
  private RuleBook dutyRules = RuleBook.EMPTY;
  private Optional<PersonId> manager = Optional.empty();

  /// Somebody who is in no story, so that stories hear of an outage only when they ask for it.
  private Keepers keepers = new Keepers(List.of(new PersonId("nobody")), Optional.empty());

  private RoutePlan routing = RoutePlan.NONE;
  private Configuration configuration;

  Declared() {
    Cast.everybody().forEach(p -> people.put(p.id(), p));
    configuration = make();
  }

  Configuration configuration() {
    return configuration;
  }

  RoutePlan routing() {
    return routing;
  }

  void routing(RoutePlan plan) {
    routing = plan;
    configuration = make();
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
      rota = with(layers, rota.team(), rota.wakeTest(), rota.onLeave());
    }
    configuration = make();
  }

  /// One more service, like checkout.
  void service(ServiceId id) {
    Service like = Cast.checkout();
    services.add(new Service(id, like.team(), like.policy(), like.tier(), Optional.empty()));
    configuration = make();
  }

  /// The rota is the team's, and somebody answers for it.
  void manager(PersonId person) {
    manager = Optional.of(person);
    rota = with(rota.layers(), Optional.of(Cast.PAYMENTS), rota.wakeTest(), rota.onLeave());
    configuration = make();
  }

  /// Whoever comes on duty is asked whether they can be woken.
  void wakeTest(Duration within) {
    rota = with(rota.layers(), rota.team(), Optional.of(within), rota.onLeave());
    configuration = make();
  }

  /// What is done about the duty of somebody on leave.
  void onLeave(OnLeave deed) {
    rota = with(rota.layers(), rota.team(), rota.wakeTest(), deed);
    configuration = make();
  }

  /// The rota has its layers until then.
  void ends(Instant at) {
    List<Layer> layers =
        rota.layers().stream()
            .map(l ->
                new Layer(
                    l.name(),
                    l.role(),
                    l.priority(),
                    l.from(),
                    Optional.of(at),
                    l.hours(),
                    l.turns()))
            .toList();
    rota = with(layers, rota.team(), rota.wakeTest(), rota.onLeave());
    configuration = make();
  }

  /// Who looks after Watchbill itself.
  void keepers(Keepers who) {
    keepers = who;
    configuration = make();
  }

  /// What holds alerts back.
  void restraints(UnaryOperator<Restraints> change) {
    restraints = change.apply(restraints);
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

  /// The rota is the team's, and duty is worth something.
  void dutyRules(RuleBook rules) {
    dutyRules = rules;
    rota = with(rota.layers(), Optional.of(Cast.PAYMENTS), rota.wakeTest(), rota.onLeave());
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

  /// Somebody lives elsewhere.
  void zone(PersonId id, ZoneId zone) {
    Person p = people.getOrDefault(id, Cast.person(id));
    people.put(id, new Person(p.id(), p.name(), zone, p.addresses(), p.rules(), p.region()));
    configuration = make();
  }

  /// Somebody keeps the public holidays of a region.
  void region(PersonId id, RegionId region) {
    Person p = people.getOrDefault(id, Cast.person(id));
    var kept = Optional.of(region);
    people.put(id, new Person(p.id(), p.name(), p.zone(), p.addresses(), p.rules(), kept));
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

  private Rota with(
      List<Layer> layers, Optional<TeamId> team, Optional<Duration> wakeTest, OnLeave onLeave) {
    return new Rota(rota.id(), rota.zone(), layers, rota.lieutenant(), team, wakeTest, onLeave);
  }

  private Configuration make() {
    Team team =
        new Team(
            Cast.PAYMENTS,
            Stream.of(Cast.ANA, Cast.BEN, Cast.CHO, Cast.DEV).filter(people::containsKey).toList(),
            manager);
    var catalog =
        new Catalog(
            List.copyOf(people.values()),
            List.of(team),
            List.copyOf(services),
            List.of(PROMETHEUS));
    return new Configuration(catalog, List.of(rota), List.of(policy()), dutyRules)
        .with(restraints)
        .with(routing)
        .with(keepers);
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
