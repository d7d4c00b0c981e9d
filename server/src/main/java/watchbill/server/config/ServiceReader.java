package watchbill.server.config;

import java.util.Optional;
import watchbill.catalog.Service;
import watchbill.catalog.ServiceId;
import watchbill.catalog.TeamId;
import watchbill.server.config.source.Field;

/// Reads `services`.
final class ServiceReader {
  private static final int TIER = 3;

  private final Handles teams;
  private final Handles policies;

  ServiceReader(Handles teams, Handles policies) {
    this.teams = teams;
    this.policies = policies;
  }

  Optional<Service> read(String handle, Field field) {
    return field
        .fields("team", "policy", "tier", "runbook")
        .flatMap(service -> {
          var team = service.required("team", "the handle of a team").flatMap(teams::named);
          var policy =
              service.required("policy", "the handle of a policy").flatMap(policies::named);
          int tier = service.optional("tier", Shapes.TIER).orElse(TIER);
          var runbook = service.optional("runbook", Addresses.RUNBOOK);
          return team.flatMap(t ->
              policy.map(p -> new Service(new ServiceId(handle), new TeamId(t), p, tier, runbook)));
        });
  }
}
