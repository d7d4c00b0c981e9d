package watchbill.alert;

import java.time.Instant;
import watchbill.catalog.IntegrationId;

/// One message received, kept as received. Never changed.
///
/// @param body the bytes as text, exactly as they came
public record Event(EventId id, IntegrationId integration, Instant receivedAt, String body) {}
