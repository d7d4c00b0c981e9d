package watchbill.alert;

import java.time.Instant;
import java.util.Optional;
import watchbill.catalog.Urgency;

/// The little of an alert that is needed to decide about a report of it.
///
/// @param page that covers it; empty when it is suppressed
/// @param urgency the greatest it was ever reported with, and so that of its page: a condition that
///   calms down and worsens again wakes nobody anew
/// @param fingerprint of the condition last reported
public record KnownAlert(
    AlertId id,
    AlertKey key,
    Optional<PageId> page,
    Urgency urgency,
    AlertState state,
    Instant startsAt,
    Optional<Instant> leaseUntil,
    int fingerprint) {
  /// The same, heard of again.
  public KnownAlert firing() {
    return new KnownAlert(
        id, key, page, urgency, new AlertState.Open(), startsAt, leaseUntil, fingerprint);
  }
}
