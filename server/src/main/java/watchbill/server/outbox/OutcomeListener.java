package watchbill.server.outbox;

import watchbill.notification.Notification;
import watchbill.notification.Outcome;

/// Told what came of each notification that left, before the store is.
@FunctionalInterface
public interface OutcomeListener {
  /// One was given to a provider.
  void heard(Notification told, Outcome outcome, String provider);
}
