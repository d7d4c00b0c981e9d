package watchbill.heartbeat;

import java.time.Duration;
import java.util.Optional;
import watchbill.alert.Severity;
import watchbill.catalog.IntegrationId;
import watchbill.catalog.ServiceId;

/// What was said of a heartbeat: in the files, or by a call.
///
/// @param integration whose key its sender may use together with its name
/// @param keyHash SHA-256 of a key of its own, in lower-case hex; the key itself is not kept
/// @param grace how long it may be late, and how long a run may take once it has begun
/// @param severity of the alert when it is missing or says that it failed
/// @param note what the alert says too; may be empty
/// @param enabled whether anything is expected at all
public record HeartbeatPlan(
    HeartbeatId id,
    Optional<IntegrationId> integration,
    Optional<String> keyHash,
    ServiceId service,
    Schedule schedule,
    Duration grace,
    Severity severity,
    String note,
    boolean enabled) {
  /// The longest note, as Opsgenie has it for the message of an alert.
  public static final int NOTE_MAX = 1_000;

  public static final Duration GRACE_MIN = Duration.ZERO;
  public static final Duration GRACE_MAX = Duration.ofDays(31);

  /// The same, expected or not.
  public HeartbeatPlan enabled(boolean on) {
    return new HeartbeatPlan(
        id, integration, keyHash, service, schedule, grace, severity, note, on);
  }

  /// The same, of another service.
  public HeartbeatPlan of(ServiceId other) {
    return new HeartbeatPlan(
        id, integration, keyHash, other, schedule, grace, severity, note, enabled);
  }
}
