package watchbill.request;

import java.time.Instant;
import java.util.Optional;
import watchbill.alert.AlertId;
import watchbill.alert.EventId;
import watchbill.catalog.IntegrationId;

/// What became of one request.
///
/// @param event that asked; its id is what the sender asks by
/// @param status in words
/// @param alias the alert's deduplication key, or what was sent for it; may be empty
public record RequestOutcome(
    EventId event,
    IntegrationId integration,
    Instant at,
    String action,
    boolean success,
    String status,
    Optional<AlertId> alert,
    String alias) {}
