package watchbill.alert;

import java.time.Instant;
import java.util.Optional;

/// One thing a sender says about one condition, parsed from an event by an adapter.
public sealed interface AlertReport {
  AlertKey key();

  /// It is wrong, since `startsAt`.
  ///
  /// @param leaseUntil when it counts as over unless said again; empty when only a report ends it
  record Firing(
      AlertKey key,
      String deduplicationKey,
      Condition condition,
      Instant startsAt,
      Optional<Instant> leaseUntil)
      implements AlertReport {}

  /// It is over.
  record Ended(AlertKey key) implements AlertReport {}

  /// Somebody took charge of it in the sending system.
  record TakenCharge(AlertKey key) implements AlertReport {}
}
