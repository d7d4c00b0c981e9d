package watchbill.adapter.ingest.email;

import java.util.List;
import java.util.Optional;

/// What matters of one mail.
///
/// @param from the sender's address in lower case; may be empty
/// @param subject on one line, without `Re:` and its like; may be empty
/// @param messageId with its brackets; may be empty
/// @param thread the first mail of its thread; empty when it begins one
/// @param text what it says, as plain text
/// @param attachments their names; at most a few
/// @param automatic why it is an answer of a machine and not news; empty when it is news
record Mail(
    String from,
    String subject,
    String messageId,
    Optional<String> thread,
    String text,
    List<String> attachments,
    Optional<String> automatic) {
  Mail {
    attachments = List.copyOf(attachments);
  }
}
