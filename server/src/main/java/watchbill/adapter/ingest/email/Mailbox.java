package watchbill.adapter.ingest.email;

import java.util.Optional;
import watchbill.catalog.IntegrationId;

/// How one integration gets its mail.
///
/// @param address what stands before the `@` beside its key, in lower case; empty when only the key
///   does
/// @param threadBy which mails are about the same
public record Mailbox(IntegrationId integration, Optional<String> address, ThreadBy threadBy) {
  /// Which mails are about the same, where no rule says it.
  public enum ThreadBy {
    /// Those of one sender with one subject, its numbers folded.
    SUBJECT,
    /// Those of one thread, by their `References`; a mail without them begins one.
    REFERENCES
  }
}
