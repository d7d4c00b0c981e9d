package watchbill.alert;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// One condition as it stands.
///
/// @param startsAt when the sender says it began
/// @param openedAt when Watchbill first heard of it
/// @param leaseUntil when it counts as over unless said again
/// @param reportCount how many reports of it came, at least 1
public record Alert(
    AlertId id,
    AlertKey key,
    IntegrationId integration,
    ServiceId service,
    String deduplicationKey,
    Condition condition,
    AlertState state,
    PageId page,
    Instant startsAt,
    Instant openedAt,
    Instant lastSeenAt,
    Optional<Instant> leaseUntil,
    long reportCount,
    EventId firstEvent,
    EventId lastEvent) {}
