package watchbill.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import watchbill.catalog.Catalog;
import watchbill.catalog.Keepers;
import watchbill.catalog.Person;
import watchbill.catalog.PersonId;
import watchbill.catalog.Service;
import watchbill.catalog.Team;
import watchbill.catalog.TeamId;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.PolicySnapshot;
import watchbill.escalation.Roster;
import watchbill.escalation.Target;
import watchbill.ledger.RuleBook;
import watchbill.restraint.Restraints;
import watchbill.rota.Absence;
import watchbill.rota.Deviations;
import watchbill.rota.Rota;
import watchbill.rota.RotaHistory;
import watchbill.rota.RotaId;
import watchbill.rota.RotaOverride;
import watchbill.rota.RotaVersion;
import watchbill.route.RoutePlan;

/// All that is declared, checked and consistent: every handle named in it exists. Immutable.
public final class Configuration {
  private final Catalog catalog;
  private final Map<RotaId, Rota> rotas;
  private final Map<String, PolicySnapshot> snapshots;
  private final RuleBook dutyRules;
  private final Map<RotaId, Instant> effective;
  private final Restraints restraints;
  private final RoutePlan routing;
  private final Keepers keepers;

  /// One in which nothing is owed for duty.
  public Configuration(Catalog catalog, List<Rota> rotas, List<EscalationPolicy> policies) {
    this(catalog, rotas, policies, RuleBook.EMPTY, Map.of());
  }

  /// One whose rotas all hold as soon as they are read.
  public Configuration(
      Catalog catalog, List<Rota> rotas, List<EscalationPolicy> policies, RuleBook dutyRules) {
    this(catalog, rotas, policies, dutyRules, Map.of());
  }

  /// A configuration of rotas that may say from when on they are so.
  public Configuration(
      Catalog catalog,
      List<Rota> rotas,
      List<EscalationPolicy> policies,
      RuleBook dutyRules,
      Map<RotaId, Instant> effective) {
    this.routing = RoutePlan.NONE;
    this.keepers = Keepers.NOBODY;
    this.dutyRules = dutyRules;
    this.restraints = Restraints.NONE;
    this.effective = Map.copyOf(effective);
    this.catalog = catalog;
    this.rotas = rotas.stream().collect(Collectors.toUnmodifiableMap(Rota::id, r -> r));
    this.snapshots =
        policies.stream()
            .collect(Collectors.toUnmodifiableMap(EscalationPolicy::handle, this::snapshot));
  }

  private Configuration(
      Configuration same, RoutePlan routing, Restraints restraints, Keepers keepers) {
    this.keepers = keepers;
    this.catalog = same.catalog;
    this.rotas = same.rotas;
    this.snapshots = same.snapshots;
    this.dutyRules = same.dutyRules;
    this.effective = same.effective;
    this.routing = routing;
    this.restraints = restraints;
  }

  /// The same with these rules and hours.
  public Configuration with(RoutePlan plan) {
    return new Configuration(this, plan, restraints, keepers);
  }

  /// Which alerts go where, and when what can wait may be told.
  public RoutePlan routing() {
    return routing;
  }

  public Catalog catalog() {
    return catalog;
  }

  public Map<RotaId, Rota> rotas() {
    return rotas;
  }

  /// What duty is worth.
  public RuleBook dutyRules() {
    return dutyRules;
  }

  /// The same, with what is declared of what holds alerts back.
  public Configuration with(Restraints more) {
    return new Configuration(this, routing, more, keepers);
  }

  /// What holds alerts back.
  public Restraints restraints() {
    return restraints;
  }

  /// The same, looked after by these.
  public Configuration with(Keepers who) {
    return new Configuration(this, routing, restraints, who);
  }

  /// Who looks after Watchbill itself.
  public Keepers keepers() {
    return keepers;
  }

  /// From when on the rota is as it is declared; empty means as soon as it is read.
  public Optional<Instant> effective(RotaId rota) {
    return Optional.ofNullable(effective.get(rota));
  }

  /// The policy of a service, with all it names.
  public PolicySnapshot snapshotFor(Service service) {
    return Objects.requireNonNull(snapshots.get(service.policy()), service.policy());
  }

  /// The same, with another time for whoever takes charge where a rule says so.
  PolicySnapshot snapshotFor(Service service, Optional<Duration> acknowledgementTimeout) {
    PolicySnapshot usual = snapshotFor(service);
    EscalationPolicy policy = usual.policy();
    return acknowledgementTimeout
        .map(policy::withAcknowledgementTimeout)
        .filter(other -> !other.equals(policy))
        .map(this::snapshot)
        .orElse(usual);
  }

  /// Who can be woken, as this configuration and what people entered beside it have it.
  ///
  /// @param versions of any rota; one that has none has always been as it is declared
  public Roster roster(
      List<RotaVersion> versions, List<RotaOverride> overrides, List<Absence> absences) {
    Map<RotaId, List<RotaVersion>> made =
        versions.stream().collect(Collectors.groupingBy(v -> v.rota().id()));
    Map<RotaId, RotaHistory> histories = new HashMap<>();
    rotas.forEach((id, rota) ->
        histories.put(
            id,
            made.containsKey(id) ? RotaHistory.of(id, made.get(id)) : RotaHistory.always(rota)));
    made.forEach((id, ended) -> histories.putIfAbsent(id, RotaHistory.of(id, ended)));
    return new Roster(
        catalog, histories, new Deviations(overrides, absences, histories), Optional.empty());
  }

  private PolicySnapshot snapshot(EscalationPolicy policy) {
    Set<Rota> usedRotas = new LinkedHashSet<>();
    Set<Team> usedTeams = new LinkedHashSet<>();
    Set<PersonId> usedPeople = new LinkedHashSet<>();
    List<Target> targets = new ArrayList<>(policy.fallback());
    policy.steps().forEach(s -> targets.addAll(s.targets()));
    for (Target target : targets) {
      switch (target) {
        case Target.ToPerson(var person) -> usedPeople.add(person);
        case Target.ToTeam(var team) -> usedTeams.add(team(team));
        case Target.ToRota(var rota, _) -> usedRotas.add(rota(rota));
      }
    }
    usedTeams.forEach(t -> usedPeople.addAll(t.people()));
    usedRotas.forEach(r -> usedPeople.addAll(r.people()));
    List<Person> people = usedPeople.stream().map(p -> catalog.person(p).orElseThrow()).toList();
    String id = contentId(policy, List.copyOf(usedRotas), List.copyOf(usedTeams), people);
    return new PolicySnapshot(id, policy, List.copyOf(usedRotas), List.copyOf(usedTeams), people);
  }

  private Team team(TeamId id) {
    return catalog.team(id).orElseThrow();
  }

  private Rota rota(RotaId id) {
    return Objects.requireNonNull(rotas.get(id), id.handle());
  }

  /// Equal contents get equal ids. Maps print in no fixed order, so people are spelt out sorted.
  private static String contentId(
      EscalationPolicy policy, List<Rota> rotas, List<Team> teams, List<Person> people) {
    Function<Person, String> spelt =
        p ->
            p.id()
                + "|"
                + p.name()
                + "|"
                + p.zone()
                + "|"
                + sorted(p.addresses())
                + "|"
                + sorted(p.rules())
                + p.region().map(region -> "|" + region).orElse("");
    String text = policy + "\n" + rotas + "\n" + teams + "\n" + people.stream().map(spelt).toList();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String sorted(Map<?, ?> map) {
    return map.entrySet().stream().map(Object::toString).sorted().toList().toString();
  }
}
