package watchbill.audit;

import java.time.Instant;

/// What an audit entry says, before it is chained.
///
/// @param actor a person's handle, an integration's, or `watchbill` itself
/// @param action past tense, dotted: `page.opened`, `notification.accepted`
/// @param subject the id of the object that changed; a page's id for all that happens to a page
/// @param said what happened, in words
/// @param because the reason, in words; empty when the deed says it all
public record Deed(
    Instant at, String actor, String action, String subject, String said, String because) {
  /// The actor of what the program decides by itself.
  public static final String WATCHBILL = "watchbill";
}
