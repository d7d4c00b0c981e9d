package watchbill.adapter.ingest.pagerduty;

import java.time.Instant;
import java.util.Optional;
import watchbill.adapter.ingest.Pairs;
import watchbill.alert.Severity;

/// One event, read and found sound.
///
/// @param routingKey the integration's secret key
/// @param deduplicationKey empty when a trigger names none
/// @param payload present exactly for a trigger and a change
record PagerDutyEvent(
    String routingKey, Action action, String deduplicationKey, Optional<Payload> payload) {

  enum Action {
    TRIGGER,
    ACKNOWLEDGE,
    RESOLVE,
    CHANGE
  }

  /// The key of its alert: its own, else the one it was given.
  String alertKey(String given) {
    return deduplicationKey.isEmpty() ? given : deduplicationKey;
  }

  /// What a trigger says is wrong, or a change says is different.
  ///
  /// @param source may be empty where the form of the message does not ask for one
  /// @param labels source, component, group and class, as far as they are given
  /// @param details custom details, links, images, the client
  /// @param timestamp when it began, if that was said and can be read
  record Payload(
      String summary,
      String source,
      Severity severity,
      Pairs labels,
      Pairs details,
      Optional<Instant> timestamp) {}
}
