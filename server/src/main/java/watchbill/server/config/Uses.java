package watchbill.server.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchbill.catalog.Service;
import watchbill.escalation.EscalationPolicy;
import watchbill.escalation.Target;
import watchbill.rota.Lieutenant;
import watchbill.rota.Rota;

/// What is declared and then named by nobody: allowed, but seldom meant.
final class Uses {
  private final Set<String> rotas;
  private final Set<String> policies;

  Uses(List<EscalationPolicy> policies, List<Service> services, List<Rota> rotas) {
    Stream<String> byPolicies =
        policies.stream()
            .flatMap(p ->
                Stream.concat(
                    p.steps().stream().flatMap(s -> s.targets().stream()), p.fallback().stream()))
            .flatMap(Uses::rota);
    Stream<String> byRotas = rotas.stream().flatMap(Uses::lieutenants);
    this.rotas = Stream.concat(byPolicies, byRotas).collect(Collectors.toUnmodifiableSet());
    this.policies = services.stream().map(Service::policy).collect(Collectors.toSet());
  }

  void warn(Handles declaredRotas, Handles declaredPolicies) {
    declaredRotas.each((handle, field) -> {
      if (!rotas.contains(handle)) {
        field.warn("no policy names this rota, so it wakes nobody");
      }
    });
    declaredPolicies.each((handle, field) -> {
      if (!policies.contains(handle)) {
        field.warn("no service uses this policy");
      }
    });
  }

  private static Stream<String> lieutenants(Rota rota) {
    return rota.lieutenant() instanceof Lieutenant.OfRota(var other)
        ? Stream.of(other.handle())
        : Stream.empty();
  }

  private static Stream<String> rota(Target target) {
    return switch (target) {
      case Target.ToRota(var rota, _) -> Stream.of(rota.handle());
      case Target.ToPerson _, Target.ToTeam _ -> Stream.empty();
    };
  }
}
