package watchbill.alert;

import java.time.Instant;
import watchbill.catalog.IntegrationId;

/// One message received, kept as received. Never changed.
///
/// @param head what came beside the body and its reader needs to read it again, one `name: value` a
///   line: `content-type: application/json`; may be empty
/// @param body the bytes as text, exactly as they came, but for the integration's key where the
///   protocol puts it into the body: that is masked; in Base64 where the head says `encoding:
///   base64`
/// @param outcome what came of it, as [Consequences] writes it; empty where that was not kept
public record Event(
    EventId id,
    IntegrationId integration,
    Instant receivedAt,
    String head,
    String body,
    String outcome) {

  /// One of which it is not known what came.
  public Event(
      EventId id, IntegrationId integration, Instant receivedAt, String head, String body) {
    this(id, integration, receivedAt, head, body, "");
  }
}
