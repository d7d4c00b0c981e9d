package watchbill.catalog;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Something a team runs.
///
/// @param policy the handle of the escalation policy that wakes people for it
/// @param tier 1 is the most important; 1 to 4
/// @param dependsOn what it needs in order to work, in the order it was declared
public record Service(
    ServiceId id,
    TeamId team,
    String policy,
    int tier,
    Optional<URI> runbook,
    List<ServiceId> dependsOn) {
  public Service {
    dependsOn = List.copyOf(dependsOn);
  }

  /// A service that needs no other.
  public Service(ServiceId id, TeamId team, String policy, int tier, Optional<URI> runbook) {
    this(id, team, policy, tier, runbook, List.of());
  }
}
