package watchbill.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everybody and everything the configuration declares. Immutable.
public final class Catalog {
  private final Map<PersonId, Person> people;
  private final Map<TeamId, Team> teams;
  private final Map<ServiceId, Service> services;
  private final Map<IntegrationId, Integration> integrations;
  private final Map<String, Integration> integrationsByKey;

  public Catalog(
      List<Person> people,
      List<Team> teams,
      List<Service> services,
      List<Integration> integrations) {
    this.people = by(people, Person::id);
    this.teams = by(teams, Team::id);
    this.services = by(services, Service::id);
    this.integrations = by(integrations, Integration::id);
    this.integrationsByKey = by(integrations, Integration::keyHash);
  }

  public Optional<Person> person(PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  public Optional<Team> team(TeamId id) {
    return Optional.ofNullable(teams.get(id));
  }

  public Optional<Service> service(ServiceId id) {
    return Optional.ofNullable(services.get(id));
  }

  /// The service and all it depends on, be it through others; the nearest first, each once.
  ///
  /// @param limit of how many, the service included
  public List<ServiceId> withDependencies(ServiceId id, int limit) {
    List<ServiceId> found = new ArrayList<>(List.of(id));
    for (int i = 0; i < found.size(); i++) {
      service(found.get(i)).stream()
          .flatMap(s -> s.dependsOn().stream())
          .filter(s -> !found.contains(s) && found.size() < limit)
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  public Optional<Integration> integration(IntegrationId id) {
    return Optional.ofNullable(integrations.get(id));
  }

  /// The integration whose key has this SHA-256, in lower-case hex.
  public Optional<Integration> integrationByKeyHash(String keyHash) {
    return Optional.ofNullable(integrationsByKey.get(keyHash));
  }

  public List<Person> people() {
    return sorted(people, p -> p.id().handle());
  }

  public List<Team> teams() {
    return sorted(teams, t -> t.id().handle());
  }

  public List<Service> services() {
    return sorted(services, s -> s.id().handle());
  }

  public List<Integration> integrations() {
    return sorted(integrations, i -> i.id().handle());
  }

  private static <K, V> Map<K, V> by(List<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }

  private static <V> List<V> sorted(Map<?, V> values, Function<V, String> by) {
    return values.values().stream().sorted(Comparator.comparing(by)).toList();
  }
}
