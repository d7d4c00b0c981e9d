package watchbill.change;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// Something that was made different: a deploy, a setting, a flag.
///
/// @param integration who told of it; of one entered by hand the person's handle
/// @param summary one line; 1 to 1024 characters
/// @param source what made it: a pipeline, a repository; may be empty
/// @param at when it took effect
/// @param receivedAt when it was first told
/// @param details what describes it: links, the commit, who did it
public record Change(
    ChangeId id,
    ServiceId service,
    IntegrationId integration,
    String summary,
    String source,
    Instant at,
    Instant receivedAt,
    Map<String, String> details) {
  /// The detail that holds the sender's own name for the change.
  public static final String SENDER_ID = "id";

  public Change {
    details = Map.copyOf(details);
  }

  /// By what the same change is known again when its integration tells of it twice: the sender's
  /// own name for it. A change without one is never the same as another.
  public String key() {
    return Optional.ofNullable(details.get(SENDER_ID)).orElse(id.value());
  }
}
