package watchbill.server.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;
import watchbill.restraint.Damping;
import watchbill.server.config.source.Field;
import watchbill.server.config.source.Mistake;

/// Reads `services`.
final class ServiceReader {
  private static final int TIER = 3;
  private static final int OTHERS = 50;

  private final Handles teams;
  private final Handles policies;
  private final Handles services;
  private final Map<ServiceId, Field> hours = new LinkedHashMap<>();
  private final Map<ServiceId, Damping> damping = new LinkedHashMap<>();

  ServiceReader(Handles teams, Handles policies, Handles services) {
    this.teams = teams;
    this.policies = policies;
    this.services = services;
  }

  /// What services say of their hours, to be read when rotas are.
  Map<ServiceId, Field> hours() {
    return hours;
  }

  /// When alerts of services count as coming and going, where they say so.
  Map<ServiceId, Damping> damping() {
    return damping;
  }

  Optional<Service> read(String handle, Field field) {
    return field
        .fields("team", "policy", "tier", "runbook", "depends-on", "hours", "damping")
        .flatMap(service -> {
          service
              .field("damping")
              .flatMap(DampingReader::read)
              .ifPresent(d -> damping.put(new ServiceId(handle), d));
          service.field("hours").ifPresent(hours -> this.hours.put(new ServiceId(handle), hours));
          var team = service.required("team", "the handle of a team").flatMap(teams::named);
          var policy =
              service.required("policy", "the handle of a policy").flatMap(policies::named);
          int tier = service.optional("tier", Shapes.TIER).orElse(TIER);
          var runbook = service.optional("runbook", Addresses.RUNBOOK);
          List<ServiceId> others =
              service.field("depends-on").map(f -> others(handle, f)).orElse(List.of());
          var id = new ServiceId(handle);
          return team.flatMap(
              t -> policy.map(p -> new Service(id, new TeamId(t), p, tier, runbook, others)));
        });
  }

  /// What the service needs, each once and none of them itself.
  private List<ServiceId> others(String handle, Field field) {
    Set<ServiceId> others = new LinkedHashSet<>();
    for (Field item : field.items(1, OTHERS, "handles of services")) {
      services
          .named(item)
          .ifPresent(other -> {
            if (other.equals(handle)) {
              item.refuse(
                  Mistake.Kind.VALUE, item.shown(false) + " is the service itself", "remove it");
            } else if (!others.add(new ServiceId(other))) {
              item.refuse(
                  Mistake.Kind.DUPLICATE, item.shown(false) + " is named twice", "remove one");
            }
          });
    }
    return List.copyOf(others);
  }

  /// A circle is allowed: services do need each other. It is seldom meant.
  static void warnOfCircles(List<Service> services, Handles declared) {
    Map<ServiceId, List<ServiceId>> needs =
        services.stream().collect(Collectors.toMap(Service::id, Service::dependsOn));
    declared.each((handle, field) -> {
      var id = new ServiceId(handle);
      if (reaches(id, id, needs)) {
        field.warn("depends on itself through others; it is enough to name one direction");
      }
    });
  }

  private static boolean reaches(
      ServiceId from, ServiceId goal, Map<ServiceId, List<ServiceId>> needs) {
    Set<ServiceId> seen = new HashSet<>();
    Deque<ServiceId> left = new ArrayDeque<>(List.of(from));
    while (!left.isEmpty()) {
      for (ServiceId next : needs.getOrDefault(left.pop(), List.of())) {
        if (next.equals(goal)) {
          return true;
        }
        if (seen.add(next)) {
          left.push(next);
        }
      }
    }
    return false;
  }
}
