package watchbill.server.outbox;

import java.time.Duration;
import watchbill.notification.Outcome;

/// Told of each attempt, for figures.
@FunctionalInterface
public interface SendListener {
  /// One provider was asked to take one message.
  ///
  /// @param took how long it had the message, until it answered or was given up
  void sent(String provider, Outcome outcome, Duration took);
}
