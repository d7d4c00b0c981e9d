package watchbill.alert;

import java.time.Instant;
import watchbill.catalog.IntegrationId;

/// One message received, kept as received. Never changed.
///
/// @param head what came beside the body and its reader needs to read it again, one `name: value` a
///   line: `content-type: application/json`; may be empty
/// @param body the bytes as text, exactly as they came; in Base64 where the head says `encoding:
///   base64`
public record Event(
    EventId id, IntegrationId integration, Instant receivedAt, String head, String body) {}
