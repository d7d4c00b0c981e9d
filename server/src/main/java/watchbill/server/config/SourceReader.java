package watchbill.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;
import watchbill.heartbeat.HeartbeatId;
import watchbill.heartbeat.HeartbeatPlan;
import watchbill.heartbeat.Schedule;
import watchbill.server.config.source.Fields;
import watchbill.server.config.source.Mistake;
import watchbill.server.config.source.Shape;

/// Reads from which integrations something must be heard, and how often: `expect-every` and
/// `expect-grace`. Each is a heartbeat.
final class SourceReader {
  static final List<String> KEYS = List.of("expect-every", "expect-grace");

  /// What was heard is told every five seconds; a grace below twice that would invent a silence.
  private static final Duration GRACE_MIN = Duration.ofSeconds(10);

  private static final Duration GRACE_USUAL = Duration.ofMinutes(1);
  static final Shape<Duration> GRACE =
      Shape.of("10s to 31d, like 1m", text -> Shapes.span(text, GRACE_MIN, HeartbeatPlan.GRACE_MAX))
          .hint("a whole number and a unit: s, m, h or d");

  private SourceReader() {}

  /// What is expected of an integration; its service is still to be said.
  record Expected(IntegrationId integration, Duration every, Duration grace) {
    HeartbeatPlan of(ServiceId service) {
      return new HeartbeatPlan(
          HeartbeatId.ofSource(integration),
          Optional.empty(),
          Optional.empty(),
          service,
          new Schedule.Every(every),
          grace,
          Severity.ERROR,
          "",
          true);
    }
  }

  static Optional<Expected> read(IntegrationId id, Fields integration) {
    Optional<Duration> every = integration.optional("expect-every", HeartbeatReader.EVERY);
    Optional<Duration> grace = integration.optional("expect-grace", GRACE);
    if (!integration.has("expect-every")) {
      integration
          .field("expect-grace")
          .ifPresent(field ->
              field.refuse(
                  Mistake.Kind.VALUE,
                  "is of no use without expect-every",
                  "expect-every: 5m says how often something must be heard"));
    }
    return every.map(period -> new Expected(id, period, grace.orElse(GRACE_USUAL)));
  }
}
