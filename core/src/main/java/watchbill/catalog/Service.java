package watchbill.catalog;

import java.net.URI;
import java.util.Optional;

/// Something a team runs.
///
/// @param policy the handle of the escalation policy that wakes people for it
/// @param tier 1 is the most important; 1 to 4
public record Service(ServiceId id, TeamId team, String policy, int tier, Optional<URI> runbook) {}
